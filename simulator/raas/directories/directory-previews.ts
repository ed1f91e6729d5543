import type { Clock } from '../../master/clock.ts';
import type { Random } from '../../master/random.ts';
import { newUuid } from '../uuid.ts';
import type { Directories } from './directories.ts';
import { previewOf, type PreviewEntry, type PreviewRequest } from './directory-preview.ts';

/** How far a preview is. The words are ours. */
export type PreviewStatus = 'pending' | 'running' | 'complete';

/** A look into a directory, which a task in the background takes. */
export interface Preview {
  readonly task_id: string;
  readonly request: PreviewRequest;
  readonly include_raas_links: boolean;
  status: PreviewStatus;
  /** None until it is complete. */
  entries: readonly PreviewEntry[];
}

/** Seconds from one status to the next. */
const SECONDS = 1;

/** The previews of directories that were asked for and not ended since. */
export class DirectoryPreviews {
  readonly #directories: Directories;
  readonly #clock: Clock;
  readonly #random: Random;
  #previews: readonly Preview[] = [];

  constructor(directories: Directories, clock: Clock, random: Random) {
    this.#directories = directories;
    this.#clock = clock;
    this.#random = random.named('raas directory previews');
  }

  /**
   * Begins a preview; the one before of the same kind is forgotten.
   *
   * @throws SyntaxError for a filter that is none
   */
  start(request: PreviewRequest, include_raas_links: boolean): Preview {
    const found = previewOf(this.#directories.of(request.config_name), request);
    this.end(request.config_name, request.preview_type);
    const preview: Preview = {
      task_id: newUuid(this.#random),
      request,
      include_raas_links,
      status: 'pending',
      entries: [],
    };
    this.#previews = [...this.#previews, preview];
    void this.#run(preview, found);
    return preview;
  }

  /** The preview of a directory, that of the task if one is named. */
  find(config_name: string, preview_type: string, task_id = ''): Preview | undefined {
    return this.#previews.find((preview) => isOf(preview, config_name, preview_type, task_id));
  }

  /** Forgets it, though its task goes on. */
  end(config_name: string, preview_type: string, task_id = ''): void {
    this.#previews = this.#previews.filter(
      (preview) => !isOf(preview, config_name, preview_type, task_id),
    );
  }

  async #run(preview: Preview, found: readonly PreviewEntry[]): Promise<void> {
    await this.#clock.timer(SECONDS).passed;
    preview.status = 'running';
    await this.#clock.timer(SECONDS).passed;
    preview.status = 'complete';
    preview.entries = found;
  }
}

function isOf(
  { task_id, request }: Preview,
  config_name: string,
  preview_type: string,
  wanted: string,
): boolean {
  return (
    request.config_name === config_name &&
    request.preview_type === preview_type &&
    (wanted === '' || wanted === task_id)
  );
}
