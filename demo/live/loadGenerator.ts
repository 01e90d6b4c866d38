// Process: open-loop load on every live service. Argument: plan file.
import { createServer } from 'node:http';
import { loadGeneratorPort } from '../demoPorts';
import { SERVICES } from '../history/services';
import { endWithParent, reportReady, requiredArgument } from './childProcess';
import { readLivePlan } from './livePlan';
import { liveTargets } from './liveTargets';
import { LoadMetrics } from './loadMetrics';
import { ServiceLoad } from './serviceLoad';

const TICK_MS = 5;

function main(): void {
  endWithParent();
  const plan = readLivePlan(requiredArgument(1));
  const metrics = new LoadMetrics();
  const targets = liveTargets(SERVICES, plan.timeline, plan.startedAt, plan.ports);
  const loads = targets.map((target) => new ServiceLoad(target, plan.timeline, metrics));
  setInterval(() => {
    const now = Date.now();
    loads.forEach((load) => load.tick(now));
  }, TICK_MS);
  const server = createServer((_, response) => {
    void metrics.registry.metrics().then((text) => {
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    });
  });
  server.listen(loadGeneratorPort(plan.ports), '127.0.0.1', reportReady);
}

main();
