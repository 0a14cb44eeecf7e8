'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { type FormFailure, noAnswerFailure } from '@/components/form/form';
import { mayLeave } from '@/components/form/leave-guard';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { wantCreate } from '@/components/layout/create-wanted';
import { wantShortcutList } from '@/components/layout/shortcut-list-wanted';
import { toast } from '@/components/ui/toast';
import { changeTheme } from '@/components/ui/use-theme';
import { wantedAt } from '@/domain/creating';
import { loseDealPath } from '@/domain/paths';
import { useStageChange } from '@/features/deals/stage/use-stage-change';
import { saySignedOut } from '@/lib/browser/stale-pages';
import { stopOnceFocused } from '@/lib/browser/stop-once-focused';
import { awaitField } from '@/lib/browser/type-ahead';
import type { CommandEffect, Step } from '../commands';

type TagAction = (input: {
	ids: string[];
	add: string[];
	remove: string[];
}) => Promise<{ ok: true; data: { changed: number }; changeSet: string } | FormFailure>;

/** The actions of other features that commands call. */
export type CommandActions = { tagCompanies: TagAction; tagContacts: TagAction; signOut: () => Promise<void> };

/** Functions that open a line's link or run its command. The box closes first, and a toast shows the result. */
export function useCommandRunner(actions: CommandActions, onLeave: () => void, onStep: (step: Step) => void) {
	const router = useRouter();
	const undoToast = useUndoToast();
	const changeStage = useStageChange();

	function go(href: string) {
		const wanted = wantedAt(href);
		if (wanted) {
			// the dialog opens when the box, which holds the focus, is gone; what is typed meanwhile is for it
			const stop = awaitField();
			onLeave();
			setTimeout(() => {
				if (!wantCreate(wanted)) leave(href);
				stopOnceFocused(stop);
			});
			return;
		}
		leave(href);
	}

	function leave(href: string) {
		if (!mayLeave()) return;
		onLeave();
		router.push(href as Route);
	}

	async function tag(name: string, { kind, id, name: whom }: Extract<CommandEffect, { tag: string }>['record']) {
		const action = kind === 'company' ? actions.tagCompanies : actions.tagContacts;
		const result = await action({ ids: [id], add: [name], remove: [] }).catch(noAnswerFailure('the tag was added'));
		if (!result.ok) sayFailure(result);
		else if (result.data.changed > 0) undoToast(message`Tagged ${whom} as ${name}`, result.changeSet);
		else toast.info(message`${whom} is tagged ${name} already, or is not there any more.`);
	}

	async function bring({ id }: { id: string }, stage: Extract<CommandEffect, { deal: object }>['stage']) {
		const result = await changeStage(id, stage);
		if (!result.ok) sayFailure(result);
	}

	function act(doing: CommandEffect) {
		if ('step' in doing) return onStep(doing.step);
		// the deal's page asks why
		if ('stage' in doing && doing.stage === 'closed_lost') return go(loseDealPath(doing.deal.id));
		if ('does' in doing && doing.does === 'logOut' && !mayLeave()) return;
		onLeave();
		if ('theme' in doing) changeTheme(doing.theme);
		else if ('tag' in doing) startTransition(() => tag(doing.tag, doing.record));
		else if ('stage' in doing) startTransition(() => bring(doing.deal, doing.stage));
		else if (doing.does === 'logOut') startTransition(() => actions.signOut().finally(saySignedOut));
		// the list opens when the box, which holds the focus, is gone
		else setTimeout(wantShortcutList);
	}

	return { go, act };
}
