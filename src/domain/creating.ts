import { panelRecordOf } from './panel-record';
import { type Creatable, newFollowUpAnchor, recordOf } from './shortcuts';

/** The record that something new belongs to. */
export type Belonging = Partial<Record<'companyId' | 'contactId' | 'dealId', string>>;

/** What is to be created over the page that is open. */
export type Wanted = {
	what: Creatable;
	of: Belonging;
	/** What it is called so far. */
	name?: string;
	/** Of an activity, what it is logged as at first. */
	type?: LoggedType;
	/** Called once an activity is logged. */
	onLogged?: (logged: { subject: string; changeSet: string }) => void;
};

const loggedTypes = ['call', 'email', 'meeting', 'note'] as const;
type LoggedType = (typeof loggedTypes)[number];

const forms: Record<string, Creatable> = {
	companies: 'company',
	contacts: 'contact',
	deals: 'deal',
	activities: 'activity',
};

const id = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** What the form or the line at an address creates and for which record; null for any other address. */
export function wantedAt(path: string): Wanted | null {
	const { pathname, searchParams, hash } = new URL(path, 'http://localhost');
	if (hash === `#${newFollowUpAnchor}`) return wantedOn('followUp', pathname);
	const what = forms[/^\/(\w+)\/new$/.exec(pathname)?.[1] ?? ''];
	// what completes a follow-up needs the form
	if (!what || searchParams.has('followUpId')) return null;
	const given = (['companyId', 'contactId', 'dealId'] as const).flatMap((name) => {
		const value = searchParams.get(name);
		return value && id.test(value) ? [[name, value]] : [];
	});
	const type = loggedTypes.find((each) => each === searchParams.get('type'));
	const name = searchParams.get('name');
	return { what, of: Object.fromEntries(given), ...(name && { name }), ...(type && { type }) };
}

/** Something new for the record that is open, in the side panel or as a page, if one is. */
export function wantedOn(what: Creatable, pathname: string, search = ''): Wanted {
	const inPanel = panelRecordOf(new URLSearchParams(search));
	const record = inPanel && id.test(inPanel.id) ? inPanel : recordOf(pathname);
	return { what, of: record && what !== 'company' ? { [`${record.kind}Id`]: record.id } : {} };
}
