import { RemovalPolicy, SecretValue, Stack, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { answersTable, recordsTable, type TableDefinition } from '../functions/aws/dynamo-table.ts';
import { stackPropsOf } from './stack-props.ts';
import type { Stage } from './stages.ts';

const keyOf = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * What must outlive every deployment: records, remembered answers, secrets. Nothing here is renamed or
 * moved, since a table under a new logical id is an empty one.
 */
export class RecordsStack extends Stack {
  readonly key: Key;
  readonly records: Table;
  readonly answers: Table;
  /** Where the relay reads what was written. */
  readonly streamArn: string;
  readonly mandates: Bucket;
  /** What checks of the stacks call the bucket's ARN; its logical id is pinned, so this does not change either. */
  readonly mandatesArnExport: string;
  readonly operatorKeysSecret: Secret;
  readonly carrierOrdersSecret: Secret;
  readonly cursorSecret: Secret;
  readonly webhookSecret: Secret;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      ...stackPropsOf(stage),
      description: 'Number porting: records and secrets',
      terminationProtection: stage.keepsRecords,
    });
    const removalPolicy = stage.keepsRecords ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    this.key = new Key(this, 'RecordsKey', {
      description: 'Number porting: encrypts records and secrets',
      enableKeyRotation: true,
      removalPolicy,
    });

    const kept = {
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.keepsRecords,
      removalPolicy,
    };
    const tableOf = (tableId: string, definition: TableDefinition): Table => {
      const { partitionKey, sortKey, indexes, deleteAfterAttribute, hasStream } = definition;
      const table = new Table(this, tableId, {
        ...kept,
        partitionKey: keyOf(partitionKey),
        ...(sortKey === undefined ? {} : { sortKey: keyOf(sortKey) }),
        ...(deleteAfterAttribute === undefined ? {} : { timeToLiveAttribute: deleteAfterAttribute }),
        ...(hasStream ? { stream: StreamViewType.NEW_IMAGE } : {}),
      });
      for (const { name, projected, ...keys } of indexes)
        table.addGlobalSecondaryIndex({
          indexName: name,
          partitionKey: keyOf(keys.partitionKey),
          sortKey: keyOf(keys.sortKey),
          ...(projected.length === 0
            ? { projectionType: ProjectionType.KEYS_ONLY }
            : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projected] }),
        });
      return table;
    };
    this.records = tableOf('Records', recordsTable);
    const { tableStreamArn } = this.records;
    if (tableStreamArn === undefined) throw new TypeError('The records have no stream for the relay to read');
    this.streamArn = tableStreamArn;
    // A lost answer lets a repeated call act twice within 72 hours, so it is kept as carefully as the records.
    this.answers = tableOf('Answers', answersTable);

    this.mandates = new Bucket(this, 'Mandates', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // No versions: what is erased has to be gone.
      versioned: false,
      removalPolicy,
      cors: [
        {
          // MyFonzer's pages send files themselves.
          allowedOrigins: [new URL(stage.portalUrl).origin],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 3600,
        },
      ],
    });
    // By hand: the library would make a function of its own to switch this on.
    const { defaultChild } = this.mandates.node;
    if (!(defaultChild instanceof CfnBucket))
      throw new TypeError('The bucket is no bucket of CloudFormation');
    defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    Validations.of(this.mandates).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        'Addresses are given out by two functions, which are logged; a log of accesses would hold them.',
    });

    this.mandatesArnExport = `${this.stackName}:ExportsOutputFnGetAttMandatesBBD3C5D5ArnD5535FBB`;

    const writtenByHand = {
      // Only where it begins: operators are written into it by hand, and a deployment leaves them alone for as long as
      // this line does not change.
      secretStringValue: SecretValue.unsafePlainText('{}'),
      encryptionKey: this.key,
      removalPolicy,
    };
    // Two, one for each direction: what checks an operator's events must not be able to sign orders, nor the other way round.
    this.operatorKeysSecret = new Secret(this, 'OperatorKeysSecret', {
      description: 'Keys that operators sign their events with',
      ...writtenByHand,
    });
    this.carrierOrdersSecret = new Secret(this, 'CarrierOrdersSecret', {
      description: 'Where carriers take their orders, and the secrets these are signed with',
      ...writtenByHand,
    });
    const generated = {
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      encryptionKey: this.key,
      removalPolicy,
    };
    this.cursorSecret = new Secret(this, 'CursorSecret', {
      description: 'Signs the cursors of lists',
      ...generated,
    });
    this.webhookSecret = new Secret(this, 'WebhookSecret', {
      description: "The key that receivers' secrets are derived from",
      ...generated,
    });

    // Exported whether or not the other stacks still ask: this one is deployed first, and CloudFormation refuses to drop
    // an export that is in use, so that nothing could be taken back.
    for (const value of [
      this.key.keyArn,
      this.records.tableName,
      this.records.tableArn,
      this.streamArn,
      this.answers.tableName,
      this.answers.tableArn,
      this.mandates.bucketName,
      this.mandates.bucketArn,
      this.operatorKeysSecret.secretArn,
      this.carrierOrdersSecret.secretArn,
      this.cursorSecret.secretArn,
      this.webhookSecret.secretArn,
    ])
      this.exportValue(value);

    for (const secret of [this.operatorKeysSecret, this.carrierOrdersSecret, this.cursorSecret])
      Validations.of(secret).acknowledge({
        id: 'AwsSolutions::AwsSolutions-SMG4',
        reason:
          'Keys of operators are agreed with each of them, so nobody can rotate them alone; another cursor secret makes every cursor void, also those that pollers of the feed keep for months.',
      });
    Validations.of(this.webhookSecret).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SMG4',
      reason:
        "Every receiver's secret is derived from it: another key would change them all at once, and no delivery could be verified.",
    });
  }
}
