export type SampleFollowUp = {
	title: string;
	person: string;
	deal?: string;
	/** In how many days; negative if it is overdue. */
	dueIn?: number;
	/** How many days ago it was completed. */
	doneAgo?: number;
	/** Where they promised it. */
	isTheirs?: true;
	/** HH:MM */
	time?: string;
	isImportant?: true;
	/** Where it repeats every month on the day on which it is first due. */
	isMonthly?: true;
};

/** The follow-ups of the sample companies, open and completed. */
export const sampleFollowUps: SampleFollowUp[] = [
	{
		title: 'Send a delivery plan by month',
		person: 'Robert Fox',
		deal: 'Three-year supply agreement',
		dueIn: 0,
	},
	{
		title: 'Name the sites for the first deliveries',
		person: 'Jane Cooper',
		deal: 'Three-year supply agreement',
		dueIn: 3,
		isTheirs: true,
	},
	{
		title: 'Gửi chứng nhận hiệu chuẩn',
		person: 'Phan Gia Huy',
		deal: 'Thiết bị đo cho kho thuốc',
		dueIn: -2,
	},
	{
		title: 'Send a quote for 40 seats',
		person: 'Jenny Wilson',
		deal: 'Licences for the support team',
		dueIn: -1,
	},
	{
		title: 'Gọi lại chị Lan về đơn hàng quý tới',
		person: 'Nguyễn Thị Lan',
		dueIn: 1,
		time: '09:30',
	},
	{
		title: 'Hand in the tender',
		person: 'Darlene Robertson',
		deal: 'Regional freight tender',
		dueIn: 4,
		isImportant: true,
	},
	{
		title: 'Gửi bản vẽ văn phòng mẫu',
		person: 'Vũ Thị Hồng Hạnh',
		deal: 'Nội thất văn phòng mẫu',
		dueIn: 6,
	},
	{ title: 'Ask about the new budget', person: 'Marvin McKinney', dueIn: 30, isMonthly: true },
	{
		title: 'Send the contract',
		person: 'Leslie Alexander',
		deal: 'Annual trade goods order',
		dueIn: -20,
		doneAgo: 21,
	},
];
