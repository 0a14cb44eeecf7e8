/**
 * A browser that translates the page takes text nodes out of it and puts `<font>` elements in their place. React goes on
 * with the nodes that it made: what it writes into them is seen by nobody, and it fails where it looks for them. This keeps
 * note of what stands for which node, and has what React does reach the page. Until a page is translated it only looks on.
 */
export function keepTranslatedTextAlive(): void {
	let isTranslated = false;
	new MutationObserver((records) => {
		for (const record of records) {
			for (const node of record.removedNodes) {
				if (!(node instanceof Text) || node.parentNode) continue;
				const standIn = [...record.addedNodes, record.previousSibling, record.nextSibling].find(isFont);
				if (!standIn) continue;
				standIns.set(node, standIn);
				if (!isTranslated) patchNodes();
				isTranslated = true;
			}
		}
	}).observe(document, { childList: true, subtree: true });
}

/** What a translation has put in the place of a text node. */
const standIns = new WeakMap<Node, Node>();

const isFont = (node: Node | null) => node?.nodeName === 'FONT';

/** What stands for a node among the children of its parent: a stand-in, or what has been put around it. */
function present(parent: Node, node: Node): Node | null {
	if (node.parentNode === parent) return node;
	const standIn = standIns.get(node);
	if (standIn?.parentNode === parent) return standIn;
	let around = node.parentNode;
	while (around && around.parentNode !== parent) around = around.parentNode;
	return isFont(around) ? around : null;
}

function patchNodes(): void {
	const { insertBefore, appendChild, removeChild } = Node.prototype;
	const value = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');

	/** Takes away what stands for a node that is shown itself again. */
	function dismiss(node: Node) {
		const standIn = standIns.get(node);
		standIns.delete(node);
		if (standIn?.parentNode) removeChild.call(standIn.parentNode, standIn);
	}

	Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
		const place = before && (present(this, before) ?? before);
		// without a place, a text that has gone for good
		const isGone = place instanceof Text && !place.parentNode;
		insertBefore.call(this, node, isGone ? null : place);
		dismiss(node);
		return node;
	};
	Node.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
		appendChild.call(this, node);
		dismiss(node);
		return node;
	};
	Node.prototype.removeChild = function <T extends Node>(this: Node, node: T): T {
		const shown = present(this, node);
		if (shown) removeChild.call(this, shown);
		else if (!(node instanceof Text) || node.parentNode) removeChild.call(this, node);
		standIns.delete(node);
		return node;
	};
	Object.defineProperty(Node.prototype, 'nodeValue', {
		...value,
		set(this: Node, text: string | null) {
			value?.set?.call(this, text);
			const standIn = standIns.get(this);
			if (standIn?.parentNode && !this.parentNode) {
				insertBefore.call(standIn.parentNode, this, standIn);
				dismiss(this);
			}
		},
	});
}
