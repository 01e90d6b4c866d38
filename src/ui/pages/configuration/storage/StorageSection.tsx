import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Stack, useStyles2 } from '@grafana/ui';
import { serializeSettings } from '../../../../domain/catalogue/serializeSettings';
import { settingsBytes } from '../../../../domain/catalogue/settingsBytes';
import { useConfigurationScope } from '../ConfigurationContext';
import { CodeBlock } from '../../../fields/CodeBlock';
import { provisioningYaml } from '../../../../engine/setup/provisioningYaml';
import { SizeBar } from './SizeBar';
import { STORED_WHERE } from './STORED_WHERE';
import { sidewaysScroll } from '../../../components/sidewaysScroll';

/** App id of plugin.json, as a provisioning file names it. */
const APP_ID = 'headroom-capacity-app';

/** What is kept where, and the settings to take away. */
export function StorageSection() {
  const styles = useStyles2(getStyles);
  const { draft, identity } = useConfigurationScope();
  const document: unknown = JSON.parse(serializeSettings(draft));
  return (
    <Stack direction="column" gap={3}>
      <SizeBar bytes={settingsBytes(draft)} />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="sr-only">What Headroom stores, where, and who may write it</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col">Who writes</th>
              <th scope="col">To know</th>
            </tr>
          </thead>
          <tbody>
            {STORED_WHERE.map(({ what, where, who, note }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{where}</td>
                <td>{who}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.columns}>
        <CodeBlock
          title="This draft as JSON"
          what="JSON"
          text={JSON.stringify(document, null, 2)}
          fileName="headroom-settings.json"
        />
        <CodeBlock
          title="… as a file for provisioning/plugins/"
          what="YAML"
          text={provisioningYaml(APP_ID, identity.orgId, document)}
          fileName="headroom-capacity-app.yaml"
        />
      </div>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css(sidewaysScroll(theme, theme.colors.background.primary)),
  table: css({
    width: '100%',
    minWidth: 560,
    'th, td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    'tbody th': { fontWeight: theme.typography.fontWeightMedium },
    'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
  columns: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
  }),
});
