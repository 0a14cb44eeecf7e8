/** The label of an icon in the collapsed sidebar: `fixed`, as the sidebar scrolls and would cut it off. */
export const railLabelClasses =
	'pointer-events-none fixed left-15 z-40 whitespace-nowrap rounded-md bg-foreground px-2.5 py-1.5 font-medium text-background text-xs opacity-0 shadow-md group-hover/rail:opacity-100 group-focus-visible/rail:opacity-100 group-data-[labels=dismissed]/sidebar:opacity-0';
