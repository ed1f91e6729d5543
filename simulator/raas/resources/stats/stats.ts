import { isoformat } from '../../../python/datetime.ts';
import type { Resource } from '../../rpc/resource.ts';
import { METRICS } from '../api/metrics.ts';
import { spanOf } from './span-of.ts';

/** The resource `stats`: what has been counted (raas §7). */
export const stats: Resource<'stats'> = {
  db_health: () => ({ healthy: true }),
  // Everything is done when it comes: nothing waits.
  get_queue_sizes: () => ({ lr: 0, grainscache: 0, celery: 0 }),
  get_system_metric_sources: ({ raas, args }) => {
    raas.masterCounts.refresh();
    return raas.metrics.sources(args.metric);
  },
  get_system_metrics: ({ raas, args }) => {
    raas.masterCounts.refresh();
    const span = spanOf(args.daterange, raas.clock.now());
    const results = (args.metrics ?? METRICS).flatMap((metric) =>
      raas.metrics
        .sources(metric)
        .filter((source) => args.sources?.includes(source) ?? true)
        .map((source) => {
          const values = raas.metrics.values(metric, source, span);
          const series = values.map(({ at, value }) => ({ value, name: isoformat(at) }));
          return {
            name: `${metric}-${source}`,
            series: args.reverse ? series.toReversed() : series,
          };
        }),
    );
    return { count: results.length, results };
  },
  null: () => null,
};
