import type { ActivityRow } from '@/features/activities/queries';

export type SampleActivity = {
	type: ActivityRow['type'];
	subject: string;
	company: string;
	person?: string;
	deal?: string;
	/** So many days ago, or ahead where it is negative; and at which time of that day. */
	daysAgo: number;
	time: string;
	minutes?: number;
	description?: string;
	outcome?: string;
	nextSteps?: string;
};

export type SampleFollowUp = {
	title: string;
	company: string;
	person?: string;
	deal?: string;
	/** In so many days; negative where it is overdue. */
	dueIn?: number;
	/** So many days ago it was done. */
	doneAgo?: number;
};

const acme = 'Acme Corp';
const binhMinh = 'Công ty Cổ phần Thủy sản Bình Minh';
const globex = 'Globex International';
const hoaSen = 'Công ty TNHH Nội thất Hoa Sen';
const initech = 'Initech Software';
const anhDuong = 'Công ty Cổ phần Dược phẩm Ánh Dương';
const umbrella = 'Umbrella Logistics';
const hungThinhVuong = 'Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Phước Hưng Thịnh Vượng';
const stark = 'Stark Engineering';
const daiPhat = 'Công ty Cổ phần Bao bì Đại Phát';
const wayne = 'Wayne Retail Group';
const dongA = 'Công ty TNHH Giáo dục Đông Á';

/** Invented calls, emails, meetings and notes with the sample companies. */
export const sampleActivities: SampleActivity[] = [
	{
		type: 'meeting',
		subject: 'Walk through the supply agreement',
		company: acme,
		person: 'Robert Fox',
		deal: 'Three-year supply agreement',
		daysAgo: -2,
		time: '10:00',
		minutes: 60,
		description: 'On site. Bring the price list and two samples.',
	},
	{
		type: 'meeting',
		subject: 'Họp chốt hợp đồng kho lạnh',
		company: binhMinh,
		person: 'Trần Quốc Bảo',
		deal: 'Hệ thống kho lạnh',
		daysAgo: -5,
		time: '14:30',
		minutes: 90,
	},
	{
		type: 'call',
		subject: 'Delivery dates for the first year',
		company: acme,
		person: 'Robert Fox',
		deal: 'Three-year supply agreement',
		daysAgo: 1,
		time: '09:20',
		minutes: 25,
		outcome: 'Wants monthly deliveries',
		nextSteps: 'Send a delivery plan by month',
	},
	{
		type: 'email',
		subject: 'Báo giá kho lạnh, bản 2',
		company: binhMinh,
		person: 'Trần Quốc Bảo',
		deal: 'Hệ thống kho lạnh',
		daysAgo: 1,
		time: '15:45',
		description: 'Đã gửi báo giá sửa: thêm một cửa, bớt một dàn lạnh.\nThời hạn giao tám tuần.',
	},
	{
		type: 'call',
		subject: 'Questions about the shelving',
		company: umbrella,
		person: 'Jerome Bell',
		deal: 'Warehouse shelving for the new site',
		daysAgo: 2,
		time: '11:05',
		minutes: 12,
		outcome: 'Needs drawings',
	},
	{
		type: 'note',
		subject: 'Budget year begins in April',
		company: stark,
		person: 'Marvin McKinney',
		daysAgo: 3,
		time: '17:30',
		description: 'Nothing above 20,000 is signed before the new budget. Ask again in March.',
	},
	{
		type: 'call',
		subject: 'Trao đổi về thiết bị đo',
		company: anhDuong,
		person: 'Phan Gia Huy',
		deal: 'Thiết bị đo cho kho thuốc',
		daysAgo: 4,
		time: '08:50',
		minutes: 18,
		outcome: 'Cần thêm chứng nhận hiệu chuẩn',
		nextSteps: 'Gửi chứng nhận hiệu chuẩn',
	},
	{
		type: 'meeting',
		subject: 'Demo for the support team',
		company: initech,
		person: 'Jenny Wilson',
		deal: 'Licences for the support team',
		daysAgo: 6,
		time: '13:00',
		minutes: 45,
		outcome: 'Liked it',
		nextSteps: 'Send a quote for 40 seats',
	},
	{
		type: 'email',
		subject: 'Drawings and load tables',
		company: umbrella,
		person: 'Savannah Nguyen',
		daysAgo: 8,
		time: '16:10',
	},
	{
		type: 'call',
		subject: 'Hỏi thăm và giới thiệu phần mềm',
		company: dongA,
		person: 'Dương Thị Kim Liên',
		deal: 'Phần mềm quản lý học viên',
		daysAgo: 8,
		time: '10:40',
		minutes: 20,
		outcome: 'Chưa rõ ngân sách',
	},
	{
		type: 'email',
		subject: 'Store displays: photographs of the first batch',
		company: wayne,
		person: 'Annette Black',
		deal: 'Store displays, first batch',
		daysAgo: 11,
		time: '09:00',
	},
	{
		type: 'meeting',
		subject: 'Khảo sát văn phòng mẫu',
		company: hoaSen,
		person: 'Vũ Thị Hồng Hạnh',
		deal: 'Nội thất văn phòng mẫu',
		daysAgo: 14,
		time: '09:30',
		minutes: 120,
		outcome: 'Đã đo xong',
		description: 'Tầng 3 và tầng 4, khoảng 600 m². Chị Hạnh muốn gỗ sáng màu.',
	},
	{
		type: 'call',
		subject: 'Tender documents',
		company: umbrella,
		person: 'Darlene Robertson',
		deal: 'Regional freight tender',
		daysAgo: 16,
		time: '15:15',
		minutes: 30,
		nextSteps: 'Hand in the tender',
	},
	{
		type: 'email',
		subject: 'Spare parts: price list for next year',
		company: stark,
		person: 'Brooklyn Simmons',
		deal: 'Spare parts contract',
		daysAgo: 19,
		time: '11:25',
	},
	{
		type: 'call',
		subject: 'Bàn điều khoản thanh toán',
		company: hungThinhVuong,
		person: 'Công Tằng Tôn Nữ Thị Diễm Quỳnh',
		deal: 'Hợp đồng xuất khẩu quý tới',
		daysAgo: 20,
		time: '10:10',
		minutes: 35,
		outcome: 'Đồng ý trả trước 30%',
	},
	{
		type: 'meeting',
		subject: 'Order for the coming year',
		company: globex,
		person: 'Leslie Alexander',
		deal: 'Annual trade goods order',
		daysAgo: 24,
		time: '14:00',
		minutes: 60,
		outcome: 'Price agreed',
		nextSteps: 'Send the contract',
	},
	{
		type: 'call',
		subject: 'Gọi hỏi thăm sau khi giao hàng',
		company: binhMinh,
		person: 'Nguyễn Thị Lan',
		deal: 'Bao bì xuất khẩu cá tra',
		daysAgo: 27,
		time: '16:20',
		minutes: 15,
		outcome: 'Hài lòng',
	},
	{
		type: 'email',
		subject: 'Thông số máy đóng gói',
		company: daiPhat,
		person: 'Lý Quang Khải',
		deal: 'Máy đóng gói dây chuyền 2',
		daysAgo: 33,
		time: '08:30',
	},
	{
		type: 'call',
		subject: 'First call after the trade fair',
		company: acme,
		person: 'Jane Cooper',
		daysAgo: 47,
		time: '09:45',
		minutes: 40,
		outcome: 'Robert Fox decides on prices',
	},
	{
		type: 'meeting',
		subject: 'Gặp ở hội chợ nội thất',
		company: hoaSen,
		person: 'Phạm Văn Đức',
		daysAgo: 52,
		time: '10:30',
		minutes: 20,
	},
	{
		type: 'note',
		subject: 'Giới thiệu sang Bình Minh',
		company: anhDuong,
		person: 'Hoàng Thị Mai Phương',
		daysAgo: 58,
		time: '18:00',
		description: 'Chị Phương quen giám đốc Bình Minh và sẵn sàng giới thiệu.',
	},
	{
		type: 'call',
		subject: 'Spring range, sizes and quantities',
		company: wayne,
		person: 'Ralph Edwards',
		deal: 'Packaging for the spring range',
		daysAgo: 75,
		time: '13:40',
		minutes: 28,
	},
];

/** What is still to be done for the sample companies, and something that is done. */
export const sampleFollowUps: SampleFollowUp[] = [
	{
		title: 'Send a delivery plan by month',
		company: acme,
		person: 'Robert Fox',
		deal: 'Three-year supply agreement',
		dueIn: 0,
	},
	{
		title: 'Gửi chứng nhận hiệu chuẩn',
		company: anhDuong,
		person: 'Phan Gia Huy',
		deal: 'Thiết bị đo cho kho thuốc',
		dueIn: -2,
	},
	{
		title: 'Send a quote for 40 seats',
		company: initech,
		person: 'Jenny Wilson',
		deal: 'Licences for the support team',
		dueIn: -1,
	},
	{
		title: 'Gọi lại chị Lan về đơn hàng quý tới',
		company: binhMinh,
		person: 'Nguyễn Thị Lan',
		dueIn: 1,
	},
	{
		title: 'Hand in the tender',
		company: umbrella,
		person: 'Darlene Robertson',
		deal: 'Regional freight tender',
		dueIn: 4,
	},
	{
		title: 'Gửi bản vẽ văn phòng mẫu',
		company: hoaSen,
		person: 'Vũ Thị Hồng Hạnh',
		deal: 'Nội thất văn phòng mẫu',
		dueIn: 6,
	},
	{ title: 'Ask about the new budget', company: stark, person: 'Marvin McKinney', dueIn: 30 },
	{
		title: 'Send the contract',
		company: globex,
		person: 'Leslie Alexander',
		deal: 'Annual trade goods order',
		dueIn: -20,
		doneAgo: 21,
	},
];
