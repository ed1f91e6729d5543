// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface License {
  apply_vra_license: {
    arguments: {
      vra_license_key: string;
    };
    reply: null;
  };
  check_usage: {
    arguments: {
      force_check: boolean | null;
    };
    reply: {
      timestamp: string;
      messages: {
        detail: string;
        level: string;
      }[];
    };
  };
  delete_license: {
    arguments: {
      license_uuid_or_serial: string;
    };
    reply: string | null;
  };
  get_current_license: {
    arguments: {};
    reply: {
      uuid: string;
      license: {
        masters: {
          policy: string;
          hard_limit: number;
        };
        minions: {
          policy: string;
          hard_limit: number;
        };
        term: {
          duration: number;
          policy: string;
        };
        features: string[];
        metadata: {
          customer: string;
          uuid: string;
          created: string;
        };
      };
      desc: string[];
    };
  };
  get_license: {
    arguments: {
      license_uuid: string;
    };
    reply: {};
  };
  get_license_features: {
    arguments: {};
    reply: {};
  };
  get_licenses: {
    arguments: {
      license_uuid: string | null;
      license_type: string | null;
      features: string[] | null;
      origin: string | null;
      include_expired: boolean;
    };
    reply: {}[];
  };
  get_usage_snapshots: {
    arguments: {
      date_start: string | null;
      date_end: string | null;
    };
    reply: {
      license_uuid: string;
      masters: number;
      minions: number;
      datetime: string;
    }[];
  };
  get_vra_license: {
    arguments: {};
    reply: {
      serial: string;
      edition: string;
    }[];
  };
  save_license: {
    arguments: {
      license_key: string;
    };
    reply: string;
  };
}
