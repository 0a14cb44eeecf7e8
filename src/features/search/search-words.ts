import type { UnknownValue } from './schema';

const takes = {
	tag: '“tag:” takes the name of a tag, in quotation marks if it has spaces.',
	stage: '“stage:” takes prospecting, qualification, proposal, negotiation, "closed won" or "closed lost".',
	is: '“is:” takes open, won, lost, overdue, done, decider or left.',
	in: '“in:” takes companies, contacts, deals, activities or follow-ups.',
};

/** Why a search finds nothing, or what an operator takes whose value is still to be typed. */
export function unknownText({ operator, value }: UnknownValue): string {
	switch (operator) {
		case 'together':
			return 'No kind of record has all of this: “stage:” is for deals, “tag:” for companies and contacts.';
		case 'only left out':
			return 'Type what to find as well: “-word” only leaves out.';
		case 'is':
		case 'in':
			return takes[operator];
	}
	if (value === '') return takes[operator];
	return operator === 'tag' ? `No tag is named “${value}”.` : `No stage begins with “${value}”.`;
}
