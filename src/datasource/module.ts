// First: it decides where the rest is loaded from.
import './chunksOfApp';
import { dataSourcePlugin } from '../wiring/datasource';

export const plugin = dataSourcePlugin();
