/**
 * Puts text on the clipboard. The clipboard API exists on https and localhost only; elsewhere an invisible text area
 * inside `near` (so that a drawer's focus trap allows it) is selected and copied.
 * @returns whether it was copied
 */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser or by a permissions policy: the old way may still work.
    }
  }
  return copyBySelection(text, near);
}

function copyBySelection(text: string, near: HTMLElement): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  near.appendChild(area);
  area.select();
  try {
    // Deprecated, but the only way to copy on plain http; some day it may be gone.
    const execute: unknown = Reflect.get(document, 'execCommand');
    return typeof execute === 'function' && execute.call(document, 'copy') === true;
  } catch {
    return false;
  } finally {
    area.remove();
    // A drawer closes at Escape only while it has the focus.
    if (before instanceof HTMLElement) {
      before.focus({ preventScroll: true });
    }
  }
}
