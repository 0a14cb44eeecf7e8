import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';

const steps: { title: string; text: string; action: string; href: Route }[] = [
	{
		title: 'Add a company you sell to',
		text: 'Everything else hangs on it: its people, every call, every deal.',
		action: 'New company',
		href: '/companies/new',
	},
	{
		title: 'Add the people you talk to there',
		text: 'Mark who decides, and how often you want to be in touch.',
		action: 'New contact',
		href: '/contacts/new',
	},
	{
		title: 'Put what you hope to sell on the board',
		text: 'With its value and when you expect an answer.',
		action: 'New deal',
		href: '/deals/new',
	},
	{
		title: 'Log the last call, and what you promised',
		text: 'A next step with a date comes back here on its day.',
		action: 'Log activity',
		href: '/activities/new',
	},
];

/** What to do first in an account that keeps nothing yet; `otherStart` is what else it can begin with. */
export function FirstSteps({ otherStart }: { otherStart: ReactNode }) {
	return (
		<section aria-labelledby="first-steps" className="max-w-3xl rounded-lg border bg-card">
			<h2 id="first-steps" className="px-5 pt-5 pb-3 font-semibold text-base">
				Four steps, and this page tells you each morning what to do
			</h2>
			<ol>
				{steps.map(({ title, text, action, href }, index) => (
					<li key={href} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-5 py-3.5">
						<span
							aria-hidden
							className="grid size-7 shrink-0 place-content-center rounded-full bg-accent font-semibold text-accent-foreground tabular-nums"
						>
							{index + 1}
						</span>
						<div className="min-w-0 flex-[1_1_14rem]">
							<h3 className="font-medium">{title}</h3>
							<p className="text-muted-foreground">{text}</p>
						</div>
						<Button asChild variant={index === 0 ? 'default' : 'outline'} className="ml-11 sm:ml-0">
							<Link href={href}>{action}</Link>
						</Button>
					</li>
				))}
			</ol>
			<div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-5 py-3.5 text-muted-foreground">
				<p className="flex-[1_1_14rem]">
					Or bring what you have in a file, or look around with invented companies that are removed in one click.
				</p>
				{otherStart}
			</div>
		</section>
	);
}
