import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutMap, type MapLayout, type MapNode, mapRoom, nodeSize } from './map-layout';

/** Contacts by whom each reports to: the number of an earlier one, or none. */
function forestOf(managers: (number | null)[]): MapNode[] {
	const nodes: MapNode[] = managers.map((_, n) => ({ id: `p${n}`, reports: [] }));
	const roots: MapNode[] = [];
	for (const [n, node] of nodes.entries()) {
		const manager = managers[n];
		((manager === null || manager === undefined ? undefined : nodes[manager]?.reports) ?? roots).push(node);
	}
	return roots;
}

const depthOf = (nodes: MapNode[]): number => Math.max(0, ...nodes.map(({ reports }) => 1 + depthOf(reports)));
const pairsOf = (nodes: MapNode[]): [string, string][] =>
	nodes.flatMap(({ id, reports }) => [...reports.map((each): [string, string] => [id, each.id]), ...pairsOf(reports)]);

/** The pairs of contacts that lie on each other. */
function overlaps({ places }: MapLayout) {
	return places.flatMap((one, n) =>
		places
			.slice(n + 1)
			.filter((two) => Math.abs(one.x - two.x) < nodeSize.width && Math.abs(one.y - two.y) < nodeSize.height)
			.map((two) => [one.id, two.id]),
	);
}

/** The contacts through which a line leads. */
function crossed({ places, lines }: MapLayout) {
	const steps = lines.flatMap((line) => line.slice(1).map((end, n) => [line[n] ?? end, end] as const));
	return places.filter(({ x, y }) =>
		steps.some(
			([[x1, y1], [x2, y2]]) =>
				Math.max(x1, x2) > x &&
				Math.min(x1, x2) < x + nodeSize.width &&
				Math.max(y1, y2) > y &&
				Math.min(y1, y2) < y + nodeSize.height,
		),
	);
}

/** Whether the lines lead from each contact to each of their reports, and to nobody else of another tree. */
function isConnected({ places, lines }: MapLayout, from: string, to: string) {
	const touches = (id: string, [x, y]: readonly [number, number]) => {
		const place = places.find((each) => each.id === id);
		return place && x >= place.x && x <= place.x + nodeSize.width && y >= place.y && y <= place.y + nodeSize.height;
	};
	const reached = new Set(lines.flatMap((line, n) => (line.some((point) => touches(from, point)) ? [n] : [])));
	for (let before = -1; before !== reached.size; ) {
		before = reached.size;
		for (const [n, line] of lines.entries())
			if (!reached.has(n) && [...reached].some((other) => meet(line, lines[other] ?? []))) reached.add(n);
	}
	return [...reached].some((n) => lines[n]?.some((point) => touches(to, point)));
}

/** Whether an end of one straight line lies on the other. */
function meet(one: readonly (readonly [number, number])[], two: readonly (readonly [number, number])[]) {
	const on = (points: typeof one, line: typeof one) =>
		points.some(([x, y]) => {
			const [xs, ys] = [line.map(([each]) => each), line.map(([, each]) => each)];
			return x >= Math.min(...xs) && x <= Math.max(...xs) && y >= Math.min(...ys) && y <= Math.max(...ys);
		});
	return on(one, two) || on(two, one);
}

function expectSound(roots: MapNode[], many: number, room?: number) {
	const layout = layOutMap(roots, room);
	expect(new Set(layout.places.map(({ id }) => id)).size).toBe(many);
	expect(layout.places).toHaveLength(many);
	expect(overlaps(layout)).toEqual([]);
	expect(crossed(layout)).toEqual([]);
	const at = new Map(layout.places.map((place) => [place.id, place]));
	for (const [manager, report] of pairsOf(roots)) {
		expect((at.get(manager)?.y ?? 0) + nodeSize.height).toBeLessThan(at.get(report)?.y ?? 0);
		expect(isConnected(layout, manager, report), `${manager} to ${report}`).toBe(true);
	}
	for (const { x, y } of layout.places) {
		expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
		expect(x + nodeSize.width).toBeLessThanOrEqual(layout.width);
		expect(y + nodeSize.height).toBeLessThanOrEqual(layout.height);
	}
	for (const [x, y] of layout.lines.flat()) {
		expect(x).toBeLessThanOrEqual(layout.width);
		expect(y).toBeLessThanOrEqual(layout.height);
	}
	return layout;
}

test('nothing overlaps and every line leads where it should, whoever reports to whom', () => {
	const managers = fc
		.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 60 })
		.map((drawn) => drawn.map((one, n) => (one === null || n === 0 ? null : one % n)));
	fc.assert(
		fc.property(managers, fc.constantFrom(undefined, 300, 520), (drawn, room) => {
			const roots = forestOf(drawn);
			const { width } = expectSound(roots, drawn.length, room);
			// only depth makes a picture wider than its room
			expect(width).toBeLessThanOrEqual((room ?? mapRoom) + 20 * depthOf(roots));
		}),
		{ numRuns: 300 },
	);
});

describe('shapes', () => {
	test('one contact', () => {
		const { width, height } = expectSound(forestOf([null]), 1);
		expect({ width, height }).toEqual(nodeSize);
	});

	test('nobody', () => {
		expect(layOutMap([])).toMatchObject({ width: 0, height: 0, places: [], lines: [] });
	});

	test('a manager stands over the middle of two reports', () => {
		const { places } = expectSound(forestOf([null, 0, 0]), 3);
		const [boss, one, two] = places;
		expect(boss?.x).toBe(((one?.x ?? 0) + (two?.x ?? 0)) / 2);
		expect(one?.y).toBe(two?.y);
	});

	test('sixty who report to nobody fill rows of four', () => {
		const { width, lines, aloneY } = expectSound(forestOf(Array(60).fill(null)), 60);
		expect(width).toBe(mapRoom);
		expect([lines, aloneY]).toEqual([[], null]);
	});

	test('fifty-nine reports of one manager fit the room', () => {
		const { width, height } = expectSound(forestOf([null, ...Array(59).fill(0)]), 60);
		expect(width).toBeLessThanOrEqual(mapRoom + 20);
		expect(height).toBeLessThan(1_450);
	});

	test('branches stand side by side where that is lower, and beside nothing is wasted', () => {
		// a manager of three, each with five
		const { width, height } = expectSound(
			forestOf([null, 0, 0, 0, ...Array.from({ length: 15 }, (_, n) => 1 + (n % 3))]),
			19,
		);
		expect(width).toBeLessThanOrEqual(mapRoom);
		expect(height).toBeLessThan(520);
	});

	test('is laid out in a moment, however the sixty report to one another', () => {
		const shapes = [1, 2, 3, 4, 5, 7].map((many) =>
			forestOf(Array.from({ length: 60 }, (_, n) => (n === 0 ? null : Math.floor((n - 1) / many)))),
		);
		// a chain, each of whom has another report as well
		shapes.push(forestOf(Array.from({ length: 60 }, (_, n) => (n === 0 ? null : n % 2 ? Math.max(0, n - 2) : n - 2))));
		const before = performance.now();
		for (const shape of shapes) layOutMap(shape);
		expect(performance.now() - before).toBeLessThan(1_000);
	});

	test('a chain of sixty is one column', () => {
		const { width } = expectSound(forestOf([null, ...Array.from({ length: 59 }, (_, n) => n)]), 60);
		expect(width).toBe(nodeSize.width);
	});

	test('who stands alone comes below the others, under words of their own', () => {
		const { places, aloneY } = expectSound(forestOf([null, null, 1, null]), 4);
		const [y0, y3] = ['p0', 'p3'].map((id) => places.find((place) => place.id === id)?.y);
		const lowest = Math.max(...places.filter(({ id }) => id === 'p1' || id === 'p2').map(({ y }) => y));
		expect(y0).toBe(y3);
		expect(aloneY).toBeGreaterThan(lowest + nodeSize.height);
		expect(aloneY).toBeLessThan(y0 ?? 0);
	});
});
