/** How a column of the platform's data is written: text, whole number, number, moment without a zone, JSON. */
export type Kind = 'str' | 'int' | 'float' | 'ts' | 'json';

/**
 * The nine data sets that the platform exports once a day, each into the table of its name, with their columns as the
 * platform spells them. BigQuery tells tables apart by case and columns not.
 */
export const dataSets: Record<string, Record<string, Kind>> = {
  broadcasts: columns({
    ts: 'createdDate startedDate updatedDate',
    int: 'groupId id messageId',
    str: 'mediaType name status',
  }),
  contactActivities: columns({
    ts: 'activityDateTime started',
    int: 'broadcastId contactId messageInstanceId messageId',
    str:
      'activity activityStatus campaignType clickEventLink errorCode statusDescription eventKey eventTypeKey eventId ' +
      'externalCustomerId iid mediaType messageLanguageCode messageName messageTags messageURL osName osType senderName ' +
      'utmCampaign workflowId workflowInstanceId workflowBlockId',
  }),
  contacts: columns({
    ts: 'createdDate lastClickedDate lastReceivedDate lastSentDate lastViewedDate',
    int: 'contactId totalClicked totalReceived totalSent totalViewed',
    str: 'contactSource email emailDomain emailStatus externalCustomerId firstName languageCode lastName sms',
  }),
  devices: columns({
    int: 'applicationId contactId',
    str: 'appVersion category deviceId deviceModel externalCustomerId languageCode osType osVersion pushToken timeZone',
  }),
  events: columns({
    ts: 'occured',
    int: 'contactId eventId',
    str: 'eventTypeKey keyValue',
    json: 'paramsJson',
  }),
  messages: columns({
    ts: 'updateDate',
    int: 'annoyanceLevel messageId',
    str: 'language mediaType name replyTo sender subject tags translations',
  }),
  orderItems: columns({
    ts: 'orderDate',
    int: 'orderId quantity',
    float: 'cost',
    str: 'description externalProductId imageUrl name url',
  }),
  orders: columns({
    ts: 'orderCreatedDate orderDate',
    int: 'contactId orderId',
    float: 'discount totalCost',
    str: 'deliveryAddress deliveryMethod email externalOrderId firstName lastName paymentMethod Phone Status',
  }),
  revenue: columns({
    ts: 'orderDate started activityDateTime',
    int: 'contactId messageInstanceId orderId workflowId broadcastId',
    float: 'totalCost',
    str:
      'activity activityStatus campaignType clickEventLink currency externalCustomerId externalOrderId mediaType ' +
      'messageName messageTags messageUrl senderName utmCampaign eventKey eventTypeKey messageLanguageCode',
  }),
};

function columns(byKind: Partial<Record<Kind, string>>): Record<string, Kind> {
  return Object.fromEntries(
    Object.entries(byKind).flatMap(([kind, names]) =>
      names.split(' ').map((name) => [name, kind as Kind]),
    ),
  );
}
