import { Link } from '@/components/ui/link';
import { stageMarks } from '@/components/ui/tones';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { mainFirst, presentAmounts } from '../board/short-amounts';
import { sumForToday } from '../server/deal-board-queries';
import { openStages, stageNames } from '../stage/stages';
import { Amounts } from './amounts';

/** The open deals by stage: a bar of the main currency's values, and below it the number and the value of each stage. */
export async function PipelineStrip() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { all } = await sumForToday(userId, settings.timeZone);
	const open = all.filter(({ stage, status }) => stage !== null && status === 'open');
	if (open.length === 0) return null;
	const [main] = mainFirst(open, settings.currency);
	const stages = openStages.map((stage) => {
		const sums = open.filter((sum) => sum.stage === stage);
		return {
			stage,
			count: sums.reduce((count, sum) => count + sum.count, 0),
			share: Number(sums.find(({ currency }) => currency === main?.currency)?.value ?? 0),
			amounts: presentAmounts(sums, 'value', settings, true),
		};
	});
	return (
		<section aria-labelledby="pipeline-strip" className="today-part">
			<h2 id="pipeline-strip">
				Pipeline
				<Link href="/deals" data-aside>
					Board
				</Link>
			</h2>
			<div aria-hidden title={`Lengths are values in ${main?.currency}`} className="pipeline-bar">
				{stages.map(({ stage, share }) => (
					<span key={stage} className={stageMarks[stage]} style={{ flexGrow: share }} />
				))}
			</div>
			<ul className="pipeline-stages">
				{stages.map(({ stage, count, amounts }) => (
					<li key={stage} title={count > 0 ? amounts.whole : undefined}>
						<span aria-hidden className={stageMarks[stage]} />
						<Link href={listPath('deals', { view: 'list', stage })}>{stageNames[stage]}</Link>{' '}
						<span>{count.toLocaleString('en')}</span>
						{count > 0 && (
							<p>
								<Amounts amounts={amounts} />
							</p>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
