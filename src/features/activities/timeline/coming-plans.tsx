'use client';

import { TypeIcon } from '../components/type-icon';
import { usePendingActivities } from '../composer/pending-activities';

/** What is being planned, as it will stand under Next. */
export function ComingPlans() {
	const { activities } = usePendingActivities();
	return activities
		.filter(({ isPlanned }) => isPlanned)
		.map(({ id, type, subject, when }) => (
			<li key={id} className="follow-up">
				<div>
					<span className="grid size-8 shrink-0 place-content-center">
						<TypeIcon type={type} />
					</span>
					<div data-text>
						<p data-title translate="no">
							{subject}
						</p>
						<p data-due>
							<span>{when}</span>
						</p>
					</div>
				</div>
			</li>
		));
}
