'use client';

import dynamic from 'next/dynamic';
import { AwaitField } from '@/components/layout/await-field';
import type { DealStage } from '../stage/stages';

/** The ways that a card's menu offers: to another column, or within its own. */
export type MenuMove = {
	stage: DealStage;
	toStage: (stage: DealStage) => void;
	/** Missing where the card is first, or last. */
	up?: () => void;
	top?: () => void;
	down?: () => void;
};

/** The menu of a card; its code is loaded with the first one that is opened. */
export const CardMenuLazy = dynamic(() => import('./card-menu').then(({ CardMenu }) => CardMenu), {
	loading: AwaitField,
});
