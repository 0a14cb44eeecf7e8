import pg from 'pg';

export type Size = { companies: number; contacts: number };

const familyNames = [
	'Nguyễn',
	'Trần',
	'Lê',
	'Phạm',
	'Hoàng',
	'Huỳnh',
	'Phan',
	'Vũ',
	'Võ',
	'Đặng',
	'Bùi',
	'Đỗ',
	'Hồ',
	'Ngô',
	'Dương',
	'Lý',
];
const middleNames = ['Văn', 'Thị', 'Minh', 'Quốc', 'Hồng', 'Thanh', 'Xuân', 'Ngọc', 'Đức', 'Kim'];
const givenNames = [
	'Lan',
	'Hùng',
	'Ánh',
	'Bảo',
	'Châu',
	'Dũng',
	'Giang',
	'Hạnh',
	'Khải',
	'Linh',
	'Mai',
	'Nam',
	'Oanh',
	'Phúc',
	'Quỳnh',
	'Sơn',
	'Tú',
	'Uyên',
	'Việt',
	'Yến',
];
const trades = [
	'Thủy sản',
	'Nội thất',
	'Dược phẩm',
	'Bao bì',
	'Vận tải',
	'Giáo dục',
	'Xây dựng',
	'Phần mềm',
	'May mặc',
	'Cơ khí',
	'Du lịch',
	'Thực phẩm',
];
const places = [
	'Bình Minh',
	'Hoa Sen',
	'Ánh Dương',
	'Đại Phát',
	'Đông Á',
	'Thịnh Vượng',
	'Hưng Long',
	'Tân Tiến',
	'Phú Quý',
	'Sao Mai',
];
const titles = [
	'Giám đốc',
	'Kế toán trưởng',
	'Trưởng phòng mua hàng',
	'Nhân viên kinh doanh',
	'Quản lý xưởng',
	'Trợ lý',
];

/** A PostgreSQL expression: an element of a list, chosen by a whole number. */
const pick = (list: string[], by: string) =>
	`(ARRAY[${list.map((entry) => `'${entry}'`).join(', ')}])[1 + (${by}) % ${list.length}]`;

// Numbers that look random and are the same on every machine: Knuth's multiplicative hash, of which the upper bits count,
// as the lower ones repeat those of n
const scatter = (n: string, salt: number) => `((${n}::bigint * 2654435761 + ${salt} * 40503) % 4294967296 / 1024)`;

// Ids that carry the row's number
const id = (kind: number, n: string) =>
	`('00000000-0000-7000-800${kind}-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** Fills an account with made-up data: the same rows on every machine. */
export async function seed(url: string, userId: string, { companies, contacts }: Size): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(
			`INSERT INTO tag (user_id, id, name, colour)
			SELECT $1, ${id(0, 'n')}, 'Nhãn ' || n, (ARRAY['red', 'amber', 'green', 'blue'])[1 + n % 4] FROM generate_series(1, 20) n`,
			[userId],
		);
		await client.query(
			`INSERT INTO company (user_id, id, name, industry, size, website, phone, email, notes, created_at)
			SELECT $1, ${id(1, 'n')},
				CASE n % 2 WHEN 0 THEN 'Công ty TNHH ' ELSE 'Công ty Cổ phần ' END
					|| ${pick(trades, scatter('n', 1))} || ' ' || ${pick(places, scatter('n', 2))} || ' ' || n,
				CASE WHEN n % 10 > 0 THEN ${pick(trades, scatter('n', 3))} END,
				CASE WHEN n % 5 > 0 THEN (enum_range(NULL::company_size))[1 + ${scatter('n', 4)} % 5] END,
				'https://www.cty' || n || '.example.com', '+84 28 ' || lpad(n::text, 8, '0'), 'info@cty' || n || '.example.com',
				'Ghi chú số ' || n, timestamptz '2026-11-01' - interval '1 minute' * (${scatter('n', 5)} % 1000000)
			FROM generate_series(1, ${companies}) n`,
			[userId],
		);
		await client.query(
			`INSERT INTO company_tag (user_id, company_id, tag_id)
			SELECT $1, ${id(1, 'n')}, ${id(0, `1 + ${scatter('n', 6)} % 20`)} FROM generate_series(1, ${companies}, 3) n`,
			[userId],
		);
		await client.query(
			`INSERT INTO contact (user_id, id, company_id, name, job_title, email, phone, is_decision_maker, authority_level, created_at)
			SELECT $1, ${id(2, 'n')}, ${id(1, `1 + ${scatter('n', 7)} % ${companies}`)},
				${pick(familyNames, scatter('n', 8))} || ' ' || ${pick(middleNames, scatter('n', 9))} || ' ' || ${pick(givenNames, scatter('n', 10))},
				${pick(titles, scatter('n', 11))}, 'nguoi' || n || '@example.com', '09' || lpad(n::text, 8, '0'),
				n % 4 = 0, CASE WHEN n % 4 = 0 THEN (enum_range(NULL::authority_level))[1 + n / 4 % 3] END,
				timestamptz '2026-11-01' - interval '1 minute' * (${scatter('n', 12)} % 1000000)
			FROM generate_series(1, ${contacts}) n`,
			[userId],
		);
		await client.query(
			`INSERT INTO contact_tag (user_id, contact_id, tag_id)
			SELECT $1, ${id(2, 'n')}, ${id(0, `1 + ${scatter('n', 13)} % 20`)} FROM generate_series(1, ${contacts}, 5) n`,
			[userId],
		);
		await client.query('VACUUM ANALYZE');
	} finally {
		await client.end();
	}
}

/** The id of the company with a number. */
export const companyId = (n: number) => `00000000-0000-7000-8001-${n.toString(16).padStart(12, '0')}`;
/** The id of the contact with a number. */
export const contactId = (n: number) => `00000000-0000-7000-8002-${n.toString(16).padStart(12, '0')}`;
/** The id of the tag with a number. */
export const tagId = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
