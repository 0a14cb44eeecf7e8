import { cookies } from 'next/headers';
import { ShortcutsSwitch } from '@/components/layout/shortcuts-switch';
import { areShortcutsOn, SHORTCUTS_COOKIE } from '@/lib/browser/keyboard';

/** Whether single keys do something in this browser. */
export async function ShortcutSettings() {
	return <ShortcutsSwitch onServer={areShortcutsOn((await cookies()).get(SHORTCUTS_COOKIE)?.value)} />;
}
