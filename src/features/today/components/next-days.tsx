import { Link } from '@/components/ui/link';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { presentDay } from '../present-day';
import { readComingDays } from '../server/coming-queries';

/** The first of what each of the next seven days brings, and how much more. */
export async function NextDays() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const days = await readComingDays(userId, settings);
	return (
		<section aria-labelledby="next-days" className="today-part">
			<h2 id="next-days">Next seven days</h2>
			<ul className="next-days">
				{days.map((day) => (
					<Day key={day.day} {...presentDay(day, settings)} />
				))}
			</ul>
		</section>
	);
}

function Day({ weekday, date, first, more }: ReturnType<typeof presentDay>) {
	return (
		<li>
			<span data-day>
				{weekday} <b>{date}</b>
			</span>
			{first ? (
				<p>
					{first.time && <span>{first.time} </span>}
					{first.label && <span>{first.label} </span>}
					{first.field && <span translate="no">{first.field} </span>}
					{first.href ? (
						<Link href={first.href} translate="no">
							{first.title}
						</Link>
					) : (
						<b translate="no">{first.title}</b>
					)}
				</p>
			) : (
				<p>Nothing planned</p>
			)}
			{more && <span data-more>{more}</span>}
		</li>
	);
}
