'use client';

import { createContext, type ReactNode, type TransitionStartFunction, useContext, useTransition } from 'react';
import { cn } from '@/lib/cn';

const ListTransition = createContext<[boolean, TransitionStartFunction]>([false, (run) => void run()]);

/** Whether the list is on its way to other rows, and how to start on that way. */
export function useListTransition() {
	return useContext(ListTransition);
}

/** Around a list with its toolbar: what leads to other rows starts here. */
export function ListFrame({ children }: { children: ReactNode }) {
	const transition = useTransition();
	return <ListTransition value={transition}>{children}</ListTransition>;
}

/** Around the rows: while others are on their way, the old ones stay, dimmed. */
export function ListRows({ children }: { children: ReactNode }) {
	const [pending] = useListTransition();
	return (
		<div aria-busy={pending} className={cn('transition-opacity', pending && 'opacity-50')}>
			{children}
		</div>
	);
}
