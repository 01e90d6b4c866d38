import { useMemo } from 'react';
import { Alert, Stack } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom-v5-compat';
import { PageFrame } from '../shell/PageFrame';
import { BoardTile } from './BoardTile';
import { readPanels, type Board } from './readPanels';

type Read = { readonly board: Board } | { readonly problem: string };

function read(text: string | null): Read {
  try {
    return { board: readPanels(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Draws the panels an address describes, each from its own queries: there are no dashboards here, so no variables, no editing. */
export function PanelsPage() {
  const [search] = useSearchParams();
  const text = search.get('board');
  const answer = useMemo(() => read(text), [text]);
  return (
    <PageFrame title="Panels">
      {'problem' in answer ? (
        <Alert severity="error" title="These panels cannot be drawn">
          {answer.problem}
        </Alert>
      ) : (
        <Stack wrap="wrap" gap={2}>
          {answer.board.panels.map((panel) => (
            <BoardTile key={panel.title} panel={panel} from={answer.board.from} to={answer.board.to} />
          ))}
        </Stack>
      )}
    </PageFrame>
  );
}
