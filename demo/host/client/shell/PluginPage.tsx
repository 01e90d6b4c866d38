import { useEffect } from 'react';
import { PageLayoutType } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { useLocation } from 'react-router-dom-v5-compat';
import { PageFrame } from './PageFrame';
import { placeOf } from './navigation';
import { useTellPageNav } from './PageNavContext';

/** `PluginPage` of @grafana/runtime. */
export function PluginPage({ pageNav, layout, children, subTitle, ...head }: PluginPageProps) {
  const { section, page } = placeOf(useLocation().pathname);
  const title = pageNav?.text || page?.text || section?.text || '';
  useTellPageNav(pageNav);
  useEffect(() => {
    document.title = [title, section?.text, 'stand-in host']
      .filter((part, index, all) => part && all.indexOf(part) === index)
      .join(' - ');
  }, [title, section]);
  if (layout === PageLayoutType.Custom) {
    return <>{children}</>;
  }
  return (
    <PageFrame
      {...head}
      title={title}
      img={pageNav?.img ?? (pageNav ? undefined : page?.img)}
      subTitle={subTitle ?? pageNav?.subTitle}
      tabs={pageNav?.children ?? pageNav?.parentItem?.children}
    >
      {children}
    </PageFrame>
  );
}
