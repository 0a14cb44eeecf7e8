'use client';

import { createContext, type ReactNode, useContext, useOptimistic } from 'react';
import type { NamedRecord } from '@/domain/named-record';
import type { ActivityType } from '../activity-types';

/** An activity that is being saved, as its place on the page shows it meanwhile. */
export type PendingActivity = {
	id: string;
	type: ActivityType;
	subject: string;
	description: string;
	nextSteps: string;
	outcome: string;
	people: NamedRecord[];
	deal: NamedRecord | null;
	/** In words. */
	when: string;
	/** Whether it is still to come, and so no part of the timeline. */
	isPlanned: boolean;
};

type Pending = { activities: readonly PendingActivity[]; add: (activity: PendingActivity) => void };

const none: readonly PendingActivity[] = [];
const PendingContext = createContext<Pending>({ activities: none, add: () => {} });

/**
 * Around a composer and what shows its activities: what is added within a transition is shown until that is over, which is when the
 * page has it from the server, or when it has failed.
 */
export function PendingActivities({ children }: { children: ReactNode }) {
	const [activities, add] = useOptimistic(none, (all, activity: PendingActivity) => [...all, activity]);
	return <PendingContext value={{ activities, add }}>{children}</PendingContext>;
}

/** The activities of this record that are being saved, and a function that adds one. */
export function usePendingActivities(): Pending {
	return useContext(PendingContext);
}
