import type { Route } from 'next';
import type { ShownPoint } from '@/domain/contact-points/contact-point';
import type { TextPart } from '@/lib/text/text-links';

/** With what a property is edited. */
export type PropertyEditor =
	/** One line of text; `suggestions` is a GET that answers with texts that are in use, `checks` warns of what is hardly such a code. */
	| { as: 'line'; suggestions?: string; numeric?: 'percent' | 'decimal'; checks?: 'tax_code' }
	/** Several lines of text. */
	| { as: 'text' }
	/** One of a few; the first of each is what is sent. In a list, one that is in `asks` is saved with the answers to a question. */
	| { as: 'choice'; options: readonly EditorOption[]; asks?: readonly string[] }
	/** Several of a few: what is sent of each, between semicolons. */
	| { as: 'choices'; options: readonly EditorOption[] }
	/** A date, YYYY-MM-DD. */
	| { as: 'day' }
	/** An amount and its currency, such as "1500.00 USD"; it may be missing where a usual currency is given. */
	| { as: 'money'; usual?: string }
	/** Emails, phones or links: JSON of each with its label. */
	| { as: 'points' }
	/** Another record, by its id; `source` is a GET that finds some by a text. `creates` sends the name of one that is made with it. */
	| {
			as: 'record';
			source: string;
			list: 'companies' | 'contacts';
			none: string;
			required?: true;
			creates?: 'newCompany' | 'newContact';
	  }
	/** Whatever the feature hands in; it sends a field named "value". */
	| { as: 'own' };

/** What can be chosen; one that the owner has made has a color. */
export type EditorOption = readonly [value: string, label: string, colour?: string];

/** What is shown of a value, where that is more than its text. */
export type ShownValue = {
	/** What is shown instead of the value, such as a date in words. */
	text?: string;
	/** The same with links in it. */
	parts?: TextPart[];
	/** The colors of a badge that it stands in. */
	tone?: string;
	/** The address of the record that it is. */
	to?: string;
	tags?: { name: string; colour: string }[];
	points?: ShownPoint[];
};

/** A field of a record as data: how it is shown, and how it is edited. */
export type Property = ShownValue & {
	/** The name of the field, as the action takes it. */
	field: string;
	/** What tells it from the record's others, where that is not its field. */
	key?: string | undefined;
	/** As it is called, such as "Phone". */
	label: string;
	/** Whether that is the owner's own word: it is a custom field. */
	isOwn?: true;
	/** What the owner says of it, where it is filled in. */
	help?: string;
	/** Whether it is shown only, as it is archived. */
	isReadOnly?: true;
	/** What the record is called, where it is not the one that the page is about. */
	of?: string;
	/** What the editor begins with and sends back as what was shown: text, or JSON of what is several; empty for none. */
	value: string;
	editor: PropertyEditor;
	/** Said below the value, such as when the next contact is due; a late one is marked. */
	note?: string;
	isLate?: true;
	/** Whether it is the user's own words, which no browser translates. */
	isOwnNote?: true;
	/** How often it was changed, and the page that says how. */
	changed?: { times: number; path: Route };
	/** The key that copies the main value, while nobody is typing. */
	copyKey?: string;
};

/** A new value, and how it is shown until the server has answered. */
export type FieldDraft = ShownValue & {
	value: string;
	/** Of several values, which was edited. */
	place?: number;
	/** What is sent with it, such as the name of a company that is made with it. */
	more?: Record<string, unknown>;
};

/** What tells the properties of a record from each other. */
export const keyOf = ({ key, field }: Property) => key ?? field;

/** The pairs of value and label that the value of points is. */
export function pairsOf(value: string): [value: string, label: string | null][] {
	return value === '' ? [] : JSON.parse(value);
}

/** How a choice is shown: one with a color in it. */
export function choiceShown(options: readonly EditorOption[], value: string): Pick<ShownValue, 'text' | 'tags'> {
	const [, name = '', colour] = options.find(([each]) => each === value) ?? [];
	return colour === undefined ? { text: name } : { tags: [{ name, colour }] };
}

/** A value as one text, to copy and to say: that of a point, or of all of it. */
export function propertyText({ value, text, points, tags, editor }: Property, place?: number): string {
	if (editor.as === 'points') {
		const shown = points ?? pairsOf(value).map(([each]) => ({ value: each, shown: undefined }));
		return place === undefined
			? shown.map((point) => point.shown ?? point.value).join(', ')
			: (shown[place]?.shown ?? shown[place]?.value ?? '');
	}
	if (tags) return tags.map(({ name }) => name).join(', ');
	return text ?? value;
}

/** What is said of a property within a sentence, such as "phone"; the user's own words stay as they are. */
export const inSentence = ({ isOwn, label }: Property) =>
	isOwn ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
