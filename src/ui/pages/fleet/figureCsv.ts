import { valueOf, type Figure } from '../../../domain/base/Figure';
import type { CsvColumn } from '../../components/csvText';
import type { JudgedService } from './JudgedService';

type Pick<T> = (service: JudgedService) => T;

/** A column of raw numbers; unknown is an empty cell. */
export const figureCsv = (header: string, pick: Pick<Figure>): CsvColumn<JudgedService> => ({
  header,
  value: (s) => valueOf(pick(s)),
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
