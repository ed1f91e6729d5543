import type { Api } from '../../report/result.ts';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';

/** Why some of what is common is not required of a module. */
interface Note {
  readonly module: string;
  readonly reason: string;
  /** Ids without their API. */
  readonly whats: string[];
}

/** The exceptions among what is common to the modules of salt-api, numbered from 1: one for each reason of a module. */
export class ExceptionNotes {
  readonly #notes: readonly Note[];

  constructor(common: readonly DeclaredRequirement[]) {
    const notes: Note[] = [];
    for (const { declaration, except = {} } of common) {
      const what = declaration.id.split('.').slice(1).join('.');
      for (const [module, reason] of Object.entries(except)) {
        const known = notes.find((note) => note.module === module && note.reason === reason);
        if (known === undefined) notes.push({ module, reason, whats: [what] });
        else if (!known.whats.includes(what)) known.whats.push(what);
      }
    }
    this.#notes = notes.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));
  }

  /** The numbers of those that concern a topic of a module. */
  of(topic: string, module: Api): number[] {
    return this.#notes.flatMap((note, at) =>
      note.module === module && note.whats.some((what) => what.startsWith(`${topic}.`))
        ? [at + 1]
        : [],
    );
  }

  /** All of them as a list. */
  text(): string {
    return this.#notes
      .map(({ module, reason, whats }, at) => {
        const ids = whats.toSorted().map((what) => `\`${what}\``);
        return `${at + 1}. \`rest_${module}\`: ${reason} (${ids.join(', ')})`;
      })
      .join('\n');
  }
}

function keyOf({ module, reason }: Note): string {
  return `${module} ${reason}`;
}
