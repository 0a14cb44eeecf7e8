/** The panel's place on the page, while nothing is in it yet. */
export function PanelBox() {
	return <section data-side-panel aria-busy aria-label="Record" />;
}
