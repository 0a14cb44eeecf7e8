/** Ways to reach a company or a contact. */
export const pointKinds = ['email', 'phone', 'link'] as const;
export type PointKind = (typeof pointKinds)[number];

/** One way to reach somebody, and the user's word for it, such as "Mobile". */
export type Point = { kind: PointKind; label: string | null; value: string };

/** A point as its record's page shows it, computed where the numbers of all countries are known. */
export type ShownPoint = {
	value: string;
	label: string | null;
	/** What is shown instead of the value, such as a website without what every address begins with. */
	shown?: string;
	href: string;
	/** The chats in which a number can be opened. */
	chats?: [name: string, href: string][];
	/** Who else has it. */
	sharers?: { href: string; name: string }[];
};

/** How many emails, phones and links a company or a contact can have, the main ones included. */
export const maxPoints = 20;
export const maxLabelLength = 40;

/** The problem with so many points, or undefined. */
export const tooManyPoints = (count: number): string | undefined =>
	count > maxPoints ? `Use at most ${maxPoints} emails, phones, and links (now ${count}).` : undefined;

/** Labels that are offered for each kind; any other text is one too. */
export const suggestedLabels: Record<PointKind, readonly string[]> = {
	email: ['Work', 'Home', 'Accounts', 'Other'],
	phone: ['Work', 'Mobile', 'Home', 'Switchboard', 'Accounts', 'Zalo', 'WhatsApp', 'Other'],
	link: ['Website', 'LinkedIn', 'Zalo', 'WhatsApp', 'Other'],
};

/** What a record has of its main points: each in a column, beside one for its label. */
export type MainColumns = {
	email: string | null;
	emailLabel: string | null;
	phone: string | null;
	phoneLabel: string | null;
	website?: string | null;
	websiteLabel?: string | null;
};

/** A record's points of one kind in their order, the main one first. */
export function pointsOfKind(record: MainColumns & { points: Point[] }, kind: PointKind): Point[] {
	const { email, emailLabel, phone, phoneLabel, website = null, websiteLabel = null } = record;
	const main = {
		email: { value: email, label: emailLabel },
		phone: { value: phone, label: phoneLabel },
		link: { value: website, label: websiteLabel },
	}[kind];
	const first = main.value === null ? [] : [{ kind, value: main.value, label: main.label }];
	return [...first, ...record.points.filter((point) => point.kind === kind)];
}

/**
 * Points without those that are there twice: of one value by `keyOf`, with the same label or with none. A label that only the
 * later one has goes to the first.
 */
export function withoutRepeats(points: Point[], keyOf: (point: Point) => string = plainKey): Point[] {
	const kept: Point[] = [];
	for (const point of points) {
		const same = kept.findIndex(
			(other) =>
				other.kind === point.kind &&
				keyOf(other) === keyOf(point) &&
				(other.label === null || point.label === null || isSameLabel(other.label, point.label)),
		);
		const found = kept[same];
		if (!found) kept.push(point);
		else kept[same] = { ...found, label: found.label ?? point.label };
	}
	return kept;
}

const isSameLabel = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function plainKey({ kind, value }: Point): string {
	if (kind === 'phone') return value.replace(/[^\d+#*x]/gi, '');
	return kind === 'email' ? value.toLowerCase() : value;
}

/** Said before a merge. */
export const allPointsStay =
	'All emails, phones, and links of both are kept. The ones selected here become the main ones.';

/** Whether two records have more points of a kind than one main one, once they are one. */
export function keepsPoints(records: readonly (MainColumns & { points: Point[] })[]): boolean {
	return pointKinds.some((kind) => {
		const all = withoutRepeats(
			records.flatMap((record) => pointsOfKind(record, kind)).map((p) => ({ ...p, label: null })),
		);
		return all.length > 1;
	});
}
