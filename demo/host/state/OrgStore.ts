import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { emptyOrgState, type OrgState } from './OrgState';

/** One JSON file an organization, written whole on every change: small data, one writer. */
export class OrgStore {
  private readonly dir: string;
  private readonly states = new Map<number, OrgState>();

  constructor(dir: string) {
    this.dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  of(orgId: number): OrgState {
    const known = this.states.get(orgId);
    if (known) {
      return known;
    }
    const state = this.read(orgId);
    this.states.set(orgId, state);
    return state;
  }

  /** Applies the change and keeps it. The file is replaced in one step, so a crash leaves the old or the new one. */
  change<T>(orgId: number, apply: (state: OrgState) => T): T {
    const result = apply(this.of(orgId));
    const file = this.fileOf(orgId);
    writeFileSync(`${file}.new`, JSON.stringify(this.of(orgId), null, 2));
    renameSync(`${file}.new`, file);
    return result;
  }

  private fileOf(orgId: number): string {
    return path.join(this.dir, `org-${orgId}.json`);
  }

  private read(orgId: number): OrgState {
    const file = this.fileOf(orgId);
    if (!existsSync(file)) {
      return emptyOrgState();
    }
    // Only this class writes the file, so its shape is taken as is; a field added since then gets its empty value.
    return { ...emptyOrgState(), ...JSON.parse(readFileSync(file, 'utf8')) };
  }
}
