import { CfnOutput } from 'aws-cdk-lib';
import {
  BasePathMapping,
  CfnBasePathMapping,
  CfnDomainName,
  DomainName,
  EndpointType,
  type RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { OperatorDomainSettings, Stage } from './stages.ts';

/**
 * The names of our own that an API answers to: none, one for everybody, and one for operators who have to be asked for a
 * certificate. Both lead to the same API: whatever a call has to show at the one, a signature or a token, it has to show
 * at the other.
 */
export class ApiDomains extends Construct {
  readonly #api: RestApi;

  constructor(scope: Construct, api: RestApi, stage: Stage) {
    super(scope, 'Domains');
    this.#api = api;
    const { domain, operatorDomain } = stage.api;
    if (domain !== undefined) this.#addDomain(domain);
    if (operatorDomain !== undefined) this.#addOperatorDomain(operatorDomain);
  }

  #addDomain({ name, certificateArn }: { readonly name: string; readonly certificateArn: string }): void {
    const domain = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new BasePathMapping(this, 'BasePath', {
      domainName: domain,
      restApi: this.#api,
      stage: this.#api.deploymentStage,
    });
    this.#say('DomainTarget', domain.domainNameAliasDomainName);
  }

  /** By hand: the library's own construct knows no certificate of ownership. */
  #addOperatorDomain(settings: OperatorDomainSettings): void {
    const { name, certificateArn, ownershipCertificateArn, truststoreUri, truststoreVersion } = settings;
    const domain = new CfnDomainName(this, 'OperatorDomain', {
      domainName: name,
      regionalCertificateArn: certificateArn,
      endpointConfiguration: { types: [EndpointType.REGIONAL] },
      securityPolicy: SecurityPolicy.TLS_1_2,
      mutualTlsAuthentication: {
        truststoreUri,
        ...(truststoreVersion === undefined ? {} : { truststoreVersion }),
      },
      ...(ownershipCertificateArn === undefined
        ? {}
        : { ownershipVerificationCertificateArn: ownershipCertificateArn }),
    });
    new CfnBasePathMapping(this, 'OperatorBasePath', {
      domainName: domain.ref,
      restApiId: this.#api.restApiId,
      stage: this.#api.deploymentStage.stageName,
    });
    this.#say('OperatorDomainTarget', domain.attrRegionalDomainName);
  }

  /** Where a CNAME of the name has to point to. */
  #say(id: string, value: string): void {
    new CfnOutput(this, id, { value }).overrideLogicalId(id);
  }
}
