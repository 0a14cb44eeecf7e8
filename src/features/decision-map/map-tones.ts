import { roleTones } from '@/components/ui/tones';
import type { Freshness, MapRole } from './map-words';

/** How a contact's box is drawn, by their role: its colour, and its sign in the legend. */
export const boxTones: Record<MapRole, { box: string; text: string; mark: string; badge: string }> = {
	decision_maker: {
		box: 'fill-authority-primary-soft stroke-authority-primary',
		text: 'fill-authority-primary-ink',
		mark: 'border-authority-primary bg-authority-primary-soft',
		badge: roleTones.decision_maker,
	},
	champion: {
		box: 'fill-success-soft stroke-success',
		text: 'fill-success-ink',
		mark: 'border-success bg-success-soft',
		badge: roleTones.champion,
	},
	influencer: {
		box: 'fill-authority-influencer-soft stroke-authority-influencer',
		text: 'fill-authority-influencer-ink',
		mark: 'border-authority-influencer bg-authority-influencer-soft',
		badge: roleTones.influencer,
	},
	user: {
		box: 'fill-info-soft stroke-info',
		text: 'fill-info-ink',
		mark: 'border-info bg-info-soft',
		badge: roleTones.user,
	},
	blocker: {
		box: 'fill-destructive-soft stroke-destructive',
		text: 'fill-destructive-ink',
		mark: 'border-destructive bg-destructive-soft',
		badge: roleTones.blocker,
	},
	none: { box: 'fill-card stroke-input', text: 'fill-muted-foreground', mark: 'border-input bg-card', badge: '' },
};

/** The sign before the days since the last contact: another shape for each, not only another colour. */
export const freshnessShapes: Record<Freshness, { path: string; className: string }> = {
	fresh: { path: 'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z', className: 'fill-success stroke-success' },
	quiet: { path: 'M0,-4.5L4.5,4H-4.5z', className: 'fill-warning stroke-warning' },
	never: { path: 'M-3.5,0a3.5,3.5 0 1,0 7,0a3.5,3.5 0 1,0 -7,0z', className: 'fill-none stroke-muted-foreground' },
};
