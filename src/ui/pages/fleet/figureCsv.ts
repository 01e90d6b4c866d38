import { valueOf, type Figure } from '../../../domain/base/Figure';
import type { CsvColumn } from '../../components/csvText';
import type { JudgedService } from './JudgedService';

type Pick<T> = (service: JudgedService) => T;

/** A column of raw numbers; unknown is an empty cell. */
export const figureCsv = (header: string, pick: Pick<Figure>): CsvColumn<JudgedService> => ({
  header,
  value: (s) => valueOf(pick(s)),
});

/** Whether a figure is exact (empty), or the truth lies at or beyond it. */
export const boundCsv = (header: string, pick: Pick<Figure>): CsvColumn<JudgedService> => ({
  header,
  value: (s) => {
    const figure = pick(s);
    return figure.known ? (figure.bound ?? null) : null;
  },
});

export const textCsv = (header: string, pick: Pick<string | null>): CsvColumn<JudgedService> => ({
  header,
  value: (s) => pick(s) ?? '',
});

export const numberCsv = (header: string, pick: Pick<number | null>): CsvColumn<JudgedService> => ({
  header,
  value: pick,
});

/** A moment, as ISO 8601 in UTC: the only form every spreadsheet and script reads alike. */
export const timeCsv = (header: string, pick: Pick<number | null>): CsvColumn<JudgedService> => ({
  header,
  value: (s) => {
    const at = pick(s);
    return at === null ? null : new Date(at).toISOString();
  },
});
