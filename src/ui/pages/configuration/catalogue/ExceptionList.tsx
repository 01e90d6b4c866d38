import { Combobox, Field, Stack } from '@grafana/ui';
import { useState } from 'react';
import type { ServiceTraits } from '../../../../domain/catalogue/Settings';
import { useConfigurationScope } from '../ConfigurationContext';
import { useFieldId } from '../../../fields/useFieldId';
import type { CataloguedService } from '../inspection/foundServices';
import { ExceptionCard } from './ExceptionCard';

/** What is special about single services; outranks labels and rules. */
export function ExceptionList({ services }: { readonly services: readonly CataloguedService[] }) {
  const { draft, change, editable } = useConfigurationScope();
  const id = useFieldId();
  const [open, setOpen] = useState<string | null>(null);
  const known = new Map(services.map((entry) => [entry.service.key, entry.service]));
  const save = (service: string, traits: ServiceTraits) => change({ type: 'exception-saved', service, traits });
  const add = (key: string) => {
    const found = services.find(({ service }) => service.key === key);
    save(key, { tier: found?.traits.tier ?? draft.defaultTier });
    setOpen(key);
  };
  return (
    <section aria-labelledby="headroom-exceptions">
      <Stack direction="column" gap={1}>
        <h3 id="headroom-exceptions">Exceptions for single services</h3>
        {draft.exceptions.length === 0 && (
          <p>None. Rules are kept up more easily; an exception is for what no rule can say.</p>
        )}
        {draft.exceptions.map(({ service, traits }) => (
          <ExceptionCard
            key={service}
            serviceKey={service}
            found={known.get(service)}
            traits={traits}
            open={open === service}
            onToggle={() => setOpen(open === service ? null : service)}
            onChange={(next) => save(service, next)}
            onRemove={() => change({ type: 'exception-removed', service })}
          />
        ))}
        {editable && (
          <div style={{ maxWidth: 480 }}>
            <Field label="Add an exception for" htmlFor={id} noMargin>
              <Combobox
                // A fresh one after each choice: it would go on showing the last.
                key={draft.exceptions.length}
                id={id}
                value={null}
                placeholder="Choose a service"
                options={services
                  .filter(({ service }) => !draft.exceptions.some((exception) => exception.service === service.key))
                  .map(({ service }) => ({ value: service.key, label: service.name, description: service.scope }))}
                onChange={({ value }) => add(value)}
              />
            </Field>
          </div>
        )}
      </Stack>
    </section>
  );
}
