// Process: continues the series of every service that is not live, from the model that wrote the history.
// Arguments: plan file, file with the counters at the end of the history.
import { createServer } from 'node:http';
import { continuationPort } from '../demoPorts';
import { readContinuationState } from '../history/continuationState';
import { plainServices } from '../history/plainServices';
import { SERVICES } from '../history/services';
import { ServiceSimulation } from '../model/serviceSimulation';
import { endWithParent, reportReady, requiredArgument } from './childProcess';
import { expositionText } from './expositionText';
import { readLivePlan } from './livePlan';
import { isLive } from './liveTargets';

const SHORTEST_TICK = 1000;

function main(): void {
  endWithParent();
  const plan = readLivePlan(requiredArgument(1));
  const start = readContinuationState(requiredArgument(2));
  const services = [...SERVICES, ...plainServices(plan.extraServices)].filter((service) => !isLive(service));
  const simulations = services.map((service) => new ServiceSimulation(service, plan.timeline, start));
  let last = start.at;
  const server = createServer((_, response) => {
    const now = Date.now();
    if (now - last >= SHORTEST_TICK) {
      simulations.forEach((simulation) => simulation.advance(now));
      last = now;
    }
    const text = expositionText(simulations.flatMap((simulation) => simulation.series));
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
  });
  server.listen(continuationPort(plan.ports), '127.0.0.1', reportReady);
}

main();
