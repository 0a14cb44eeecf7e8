/** A text of another record that names somebody: where it stands, and its words around the first place. */
export type Mention = {
	kind: MentionKind;
	id: string;
	column: string;
	/** What its record is called. */
	name: string;
	excerpt: string;
	/** Whether it goes on before and after the excerpt. */
	cut: [boolean, boolean];
};

/** The columns with texts of the user's, by the tables that have them. */
export const mentionColumns = {
	company: ['name', 'industry', 'address', 'notes', 'metadata'],
	contact: ['job_title', 'left_to', 'notes', 'metadata'],
	deal: ['name', 'notes', 'lost_reason', 'metadata'],
	activity: ['subject', 'description', 'outcome', 'next_steps', 'metadata'],
	follow_up: ['title'],
} as const;

export type MentionKind = keyof typeof mentionColumns;

/** What a form calls a text that is ticked. */
export const mentionKey = ({ kind, id, column }: Pick<Mention, 'kind' | 'id' | 'column'>) => `${kind}:${id}:${column}`;

/** What stands instead of what was erased from a text. */
export const instead = '[erased]';

/** What these tables and columns are called in a sentence. */
export const mentionWords: { [Kind in MentionKind]: { noun: string; columns: Record<string, string> } } = {
	company: {
		noun: 'Company',
		columns: { name: 'name', industry: 'industry', address: 'address', notes: 'notes', metadata: 'custom fields' },
	},
	contact: {
		noun: 'Contact',
		columns: { job_title: 'job title', left_to: 'left to', notes: 'notes', metadata: 'custom fields' },
	},
	deal: {
		noun: 'Deal',
		columns: { name: 'name', notes: 'notes', lost_reason: 'lost reason', metadata: 'custom fields' },
	},
	activity: {
		noun: 'Activity',
		columns: {
			...{ subject: 'subject', description: 'description', outcome: 'outcome' },
			...{ next_steps: 'next steps', metadata: 'custom fields' },
		},
	},
	follow_up: { noun: 'Follow-up', columns: { title: 'title' } },
};
