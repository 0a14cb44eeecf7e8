'use client';

import { useRef, useState } from 'react';
import { wantCreate } from '@/components/layout/create-wanted';
import { CallRemedy } from '@/components/rail/remedy-button';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { DecisionRemedy } from './decisions';
import { MoveCloseDateLazy } from './move-close-date-lazy';

type DecisionButtonProps = { remedy: DecisionRemedy; deal: { id: string; name: string } };

const look = { variant: 'outline', size: 'sm' } as const;

/** The one button that clears a deal's worst signal, over the page that it stands on. */
export function DecisionButton({ remedy, deal }: DecisionButtonProps) {
	if (remedy.kind === 'closeDate') return <CloseDateRemedy deal={deal} day={remedy.day} />;
	if (remedy.kind === 'call')
		return (
			<CallRemedy
				{...remedy.person}
				log={() => void wantCreate({ what: 'activity', of: { contactId: remedy.person.id }, type: 'call' })}
			/>
		);
	if (remedy.kind === 'followUp')
		return (
			<Button {...look} onClick={() => void wantCreate({ what: 'followUp', of: { dealId: deal.id } })}>
				Add follow-up
			</Button>
		);
	return (
		<Button asChild {...look}>
			<Link href={remedy.href}>{remedy.label}</Link>
		</Button>
	);
}

function CloseDateRemedy({ deal, day }: { deal: DecisionButtonProps['deal']; day: string }) {
	const button = useRef<HTMLButtonElement>(null);
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button {...look} ref={button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
				Move date
			</Button>
			<MoveCloseDateLazy
				{...{ deal, day, open }}
				anchor={button}
				onClose={(byKey) => {
					setOpen(false);
					if (byKey) button.current?.focus();
				}}
			/>
		</>
	);
}
