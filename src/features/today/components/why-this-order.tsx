import { useId } from 'react';

/** Says on request in which order the day's entries stand. The browser's own popover: it opens before any script runs. */
export function WhyThisOrder() {
	const id = useId();
	return (
		<>
			<button type="button" data-ask popoverTarget={id}>
				Why this order?
			</button>
			<div id={id} popover="auto" role="note" aria-label="The order of the day" className="why-order">
				<ol>
					<li>
						<b>Overdue</b>: the oldest first. On the same day those with a time, then the important ones.
					</li>
					<li>
						<b>Meetings</b>: what is planned today, by the clock, until you log its outcome.
					</li>
					<li>
						<b>Due today</b>: those with a time by the clock, then the important ones, then the rest.
					</li>
					<li>
						<b>Dates</b>: birthdays and other dates of fields with “Remind on Today”, the next first.
					</li>
					<li>
						<b>Going quiet</b>: contacts you meant to contact before today. Decision makers come first, then those who
						have waited longest.
					</li>
				</ol>
				<p>
					Each line gives at most three reasons. The weightiest are how late it is, how soon it starts, what was said
					last, and whether a deal closes within two weeks.
				</p>
			</div>
		</>
	);
}
