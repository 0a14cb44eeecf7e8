import { createContext, useContext } from 'react';

export const InPanel = createContext(false);

/** Whether a component stands in the side panel, and not on a page of its own. */
export function useIsInPanel(): boolean {
	return useContext(InPanel);
}
