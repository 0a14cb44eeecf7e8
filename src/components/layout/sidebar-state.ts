export const SIDEBAR_COOKIE = 'sidebar';

/** Whether the cookie's value says that the sidebar is collapsed. */
export function isSidebarCollapsed(value: string | undefined) {
	return value === 'collapsed';
}
