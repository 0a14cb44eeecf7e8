import { z } from 'zod';
import { optionalEmail, optionalLine, optionalPhone, optionalWebsite } from '@/lib/text/text';
import { maxLabelLength, maxPoints, type Point, type PointKind, tooManyPoints, withoutRepeats } from './contact-point';

type OneValue = z.ZodType<string | null>;

/** More lines than this are refused unread. */
const maxLines = 10 * maxPoints;

/**
 * One value or several in their order, as a form sends them, each read by `one`. What is wrong with the first is said of the
 * field itself, and what is wrong with another of its place, such as `phone.1`.
 */
function several(one: OneValue) {
	return z
		.union([z.array(z.string('Must be text.')), z.string()], 'Must be text.')
		.nullish()
		.transform((input, context): (string | null)[] => {
			const texts = typeof input === 'string' ? [input] : (input ?? []);
			const tooMany = texts.length > maxLines && tooManyPoints(texts.length);
			if (tooMany) {
				context.addIssue({ code: 'custom', message: tooMany });
				return z.NEVER;
			}
			return texts.map((text, place) => {
				const parsed = one.safeParse(text);
				if (parsed.success) return parsed.data;
				const message = parsed.error.issues[0]?.message ?? 'Must be text.';
				context.addIssue({ code: 'custom', message, path: place === 0 ? [] : [place] });
				return null;
			});
		});
}

/** What reads one value of a kind. */
export const pointValues: Record<PointKind, OneValue> = {
	email: optionalEmail(),
	phone: optionalPhone(),
	link: optionalWebsite(),
};

/** What reads a label. */
export const pointLabel = optionalLine(maxLabelLength);

const email = several(pointValues.email);
const phone = several(pointValues.phone);
const link = several(pointValues.link);
const label = several(pointLabel);

/** The fields of a contact's form with its points: of each kind the values and their labels, in one order. */
export const contactPointFields = {
	...{ email, emailLabel: label, phone, phoneLabel: label },
	...{ link, linkLabel: label },
};
/** The fields of a company's form with its points; its first link is its website. */
export const companyPointFields = {
	...{ website: link, websiteLabel: label },
	...{ email, emailLabel: label, phone, phoneLabel: label },
};

type Values = (string | null)[];
type Sent = { email: Values; emailLabel: Values; phone: Values; phoneLabel: Values };
type SentByContact = Sent & { link: Values; linkLabel: Values };
type SentByCompany = Sent & { website: Values; websiteLabel: Values };

/** A contact's points as they are kept: the main ones in their columns, the others as `points`. */
export function keepContactPoints<Input extends SentByContact>(input: Input, context: z.RefinementCtx) {
	const { link: links, linkLabel, email: emails, emailLabel, phone: phones, phoneLabel, ...form } = input;
	const [email, ...furtherEmails] = listed('email', emails, emailLabel);
	const [phone, ...furtherPhones] = listed('phone', phones, phoneLabel);
	const points = [...furtherEmails, ...furtherPhones, ...listed('link', links, linkLabel)];
	refuseTooMany([email, phone, ...points], context);
	return { ...form, ...emailColumns(email), ...phoneColumns(phone), points };
}

/** A company's points as they are kept: the main ones in their columns, the others as `points`. */
export function keepCompanyPoints<Input extends SentByCompany>(input: Input, context: z.RefinementCtx) {
	const { website: links, websiteLabel, email: emails, emailLabel, phone: phones, phoneLabel, ...form } = input;
	const [website, ...furtherLinks] = listed('link', links, websiteLabel);
	const [email, ...furtherEmails] = listed('email', emails, emailLabel);
	const [phone, ...furtherPhones] = listed('phone', phones, phoneLabel);
	const points = [...furtherEmails, ...furtherPhones, ...furtherLinks];
	refuseTooMany([website, email, phone, ...points], context);
	const websiteColumns = { website: website?.value ?? null, websiteLabel: website?.label ?? null };
	return { ...form, ...emailColumns(email), ...phoneColumns(phone), ...websiteColumns, points };
}

const emailColumns = (main?: Point) => ({ email: main?.value ?? null, emailLabel: main?.label ?? null });
const phoneColumns = (main?: Point) => ({ phone: main?.value ?? null, phoneLabel: main?.label ?? null });

/** Says it of the emails or the phones, whichever are more: both forms have them. */
function refuseTooMany(all: (Point | undefined)[], context: z.RefinementCtx): void {
	const points = all.filter((point) => point !== undefined);
	const message = tooManyPoints(points.length);
	const count = (kind: PointKind) => points.filter((point) => point.kind === kind).length;
	const field = count('email') > count('phone') ? 'email' : 'phone';
	if (message) context.addIssue({ code: 'custom', message, path: [field] });
}

/** The values that are there with their labels; a line that is left empty is none. */
function listed(kind: PointKind, values: Values, labels: Values): Point[] {
	return withoutRepeats(
		values.flatMap((value, place) => (value === null ? [] : [{ kind, value, label: labels[place] ?? null }])),
	);
}
