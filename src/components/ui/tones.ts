/** The badge colours of deal stages, keyed by the stage as it is stored. */
export const stageTones = {
	prospecting: 'bg-stage-prospecting-soft text-stage-prospecting-ink',
	qualification: 'bg-stage-qualification-soft text-stage-qualification-ink',
	proposal: 'bg-stage-proposal-soft text-stage-proposal-ink',
	negotiation: 'bg-stage-negotiation-soft text-stage-negotiation-ink',
	closed_won: 'bg-stage-closed-won-soft text-stage-closed-won-ink',
	closed_lost: 'bg-stage-closed-lost-soft text-stage-closed-lost-ink',
} as const;

/** The colour of a stage as a mark: a dot, a bar. */
export const stageMarks = {
	prospecting: 'bg-stage-prospecting',
	qualification: 'bg-stage-qualification',
	proposal: 'bg-stage-proposal',
	negotiation: 'bg-stage-negotiation',
	closed_won: 'bg-stage-closed-won',
	closed_lost: 'bg-stage-closed-lost',
} as const;

/** The colour of a type of activity as a mark, and as an area of a chart. */
export const activityMarks = {
	call: 'bg-chart-1',
	email: 'bg-chart-2',
	meeting: 'bg-chart-3',
	note: 'bg-chart-4',
} as const;
export const activityStrokes = {
	call: 'stroke-chart-1',
	email: 'stroke-chart-2',
	meeting: 'stroke-chart-3',
	note: 'stroke-chart-4',
} as const;

/** The badge colours of authority levels, keyed by the level as it is stored. */
export const authorityTones = {
	primary: 'bg-authority-primary-soft text-authority-primary-ink',
	secondary: 'bg-authority-secondary-soft text-authority-secondary-ink',
	influencer: 'bg-authority-influencer-soft text-authority-influencer-ink',
} as const;

/** The badge colours of roles in a deal, keyed by the role as it is stored. */
export const roleTones = {
	decision_maker: authorityTones.primary,
	champion: 'bg-success-soft text-success-ink',
	influencer: authorityTones.influencer,
	user: 'bg-info-soft text-info-ink',
	blocker: 'bg-destructive-soft text-destructive-ink',
} as const;

/** The badge colours of tags, keyed by the colour's name as it is stored. */
export const tagTones = {
	slate: 'bg-tag-slate-soft text-tag-slate-ink',
	red: 'bg-tag-red-soft text-tag-red-ink',
	amber: 'bg-tag-amber-soft text-tag-amber-ink',
	green: 'bg-tag-green-soft text-tag-green-ink',
	teal: 'bg-tag-teal-soft text-tag-teal-ink',
	blue: 'bg-tag-blue-soft text-tag-blue-ink',
	violet: 'bg-tag-violet-soft text-tag-violet-ink',
	pink: 'bg-tag-pink-soft text-tag-pink-ink',
} as const;

export type TagColour = keyof typeof tagTones;
