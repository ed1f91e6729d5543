// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Test {
  echo: {
    arguments: {
      message: string;
    };
    reply: string;
  };
  error: {
    arguments: {};
    reply: boolean;
  };
  sleep: {
    arguments: {
      seconds: number;
    };
    reply: string;
  };
  warnings: {
    arguments: {};
    reply: boolean;
  };
}
