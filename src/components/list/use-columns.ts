'use client';

import { rememberInCookie } from '@/lib/browser/cookie';
import { type ShownColumn, writeColumns } from '@/lib/list/list-columns';
import { type ColumnChoice, columnsCookie } from './column-choice';
import { useListNavigation } from './list-transition';

/** Shows other columns of a list, or with null the usual ones. */
export function useColumns({ list, usual, isInAddress, query }: ColumnChoice): (columns: ShownColumn[] | null) => void {
	const { goTo, refresh } = useListNavigation();
	return (columns) => {
		const text = writeColumns(columns ?? usual);
		const chosen = text === writeColumns(usual) ? '' : text;
		if (!isInAddress) {
			rememberInCookie(columnsCookie(list), chosen);
			return refresh();
		}
		const params = new URLSearchParams(query);
		if (chosen) params.set('cols', chosen);
		else params.delete('cols');
		goTo(params.toString(), { sets: ['cols'], replace: true });
	};
}
