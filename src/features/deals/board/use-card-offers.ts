'use client';

import { useRouter } from 'next/navigation';
import type { RefObject } from 'react';
import { wantCreate } from '@/components/layout/create-wanted';
import { openRowInPanel } from '@/components/panel/open-panel';
import { dealPath } from '@/domain/paths';
import { type DealStage, isClosed } from '../stage/stages';
import type { MenuOffers } from './card-menu';

type NamedDeal = { id: string; name: string };

/** What can be done with the deal of any card on the board, by its id. */
export function useCardOffers(board: RefObject<HTMLElement | null>, askCloseDate: (deal: NamedDeal) => void) {
	const router = useRouter();
	const offers = {
		open: (id: string) => router.push(dealPath(id)),
		log: (id: string) => void wantCreate({ what: 'activity', of: { dealId: id } }),
		addFollowUp: (id: string) => void wantCreate({ what: 'followUp', of: { dealId: id } }),
		/** Opens the deal beside the board, where each of its values is edited in place. */
		edit: (id: string) => {
			const row = board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`);
			if (row) openRowInPanel(row);
		},
	};
	const offersOf = ({ id, name, stage }: NamedDeal & { stage: DealStage }): MenuOffers => ({
		open: () => offers.open(id),
		log: () => offers.log(id),
		addFollowUp: () => offers.addFollowUp(id),
		...(!isClosed(stage) && { changeCloseDate: () => askCloseDate({ id, name }) }),
		edit: () => offers.edit(id),
	});
	return { ...offers, offersOf };
}
