import type { FailureSignature } from 'packer-hybrid';

const platform = 'azure';

/** What Azure answers. */
export const failureSignatures: readonly FailureSignature[] = [
  {
    cause: 'azure-policy-denied',
    platform,
    patterns: [
      /RequestDisallowedBy(?:Policy|Azure)|disallowed by policy|because of policy violation|denied by (?:Azure )?[Pp]olicy|PolicyViolation/,
    ],
  },
  {
    cause: 'platform-auth-failed',
    platform,
    place: 'step',
    patterns: [
      /AADSTS\d+/,
      /invalid_client\b|InvalidAuthenticationToken|ExpiredAuthenticationToken|AuthenticationFailed|InvalidClientSecret|client secret .*(?:expired|invalid)/,
      /Interactive authentication is needed|Please run:? '?az login|ManagedIdentityCredential authentication (?:failed|unavailable)|DefaultAzureCredential/,
    ],
    unless: /AADSTS.*(?:consent|65001)/,
  },
  {
    cause: 'platform-permission-denied',
    platform,
    patterns: [
      /AuthorizationFailed|LinkedAuthorizationFailed|does not have authorization to perform action|AuthorizationPermissionMismatch|StatusCode[=:] ?403|\b403 Forbidden|does not have (?:secrets|keys|certificates) \w+ permission/,
    ],
  },
  {
    cause: 'azure-marketplace-terms',
    platform,
    patterns: [
      /MarketplacePurchaseEligibilityFailed|ResourcePurchaseValidationFailed|VMMarketplaceInvalidInput|PlanInformation|(?:legal|marketplace) terms|User failed validation to purchase|[Oo]ffer with Offer ID|PurchaseEligibility|[Pp]lan information|plan_info/,
    ],
  },
  {
    cause: 'azure-image-incompatible',
    platform,
    patterns: [
      /[Hh]ypervisor [Gg]eneration|HyperVGeneration|cannot boot Hypervisor [Gg]eneration|security ?type .*(?:not supported|mismatch|does not match|is not)/i,
      /TrustedLaunch\S* (?:is not|are not|images)|not (?:been )?generali[sz]ed|is not a generali[sz]ed|has not been prepared|OperatingSystemType mismatch|OS ?[Ss]tate .*(?:Generalized|Specialized).*(?:mismatch|parent)|DiskControllerType|does not support (?:Gen(?:eration)? ?[12]|TrustedLaunch|ConfidentialVM)|only supports creation of VMs .*security type/,
    ],
  },
  {
    cause: 'cloud-quota-exceeded',
    platform,
    patterns: [
      /QuotaExceeded|exceeding approved .*quota|OperationNotAllowed.*(?:quota|exceed)|Public(?:IP)?(?:Address)?CountLimitReached|\w+LimitReached/,
    ],
  },
  {
    cause: 'cloud-capacity-unavailable',
    platform,
    patterns: [
      /(?:Zonal|Overconstrained\w*)?Allocation(?:Request)?Failed|SkuNotAvailable|NotAvailableForSubscription|[Tt]he requested (?:VM )?size .*(?:not available|unavailable)|is currently not available in location/,
    ],
  },
  {
    cause: 'artifact-already-exists',
    platform,
    unless: /deleting it due to -force/,
    patterns: [
      /the managed image named \S+ already exists|a gallery image version for .* already exists|[Rr]esource with (?:the )?(?:ID|id) .+ already exists|image version .* already exists/,
    ],
  },
  {
    cause: 'platform-object-not-found',
    platform,
    // The builder looks for the image that it is about to make and prints what it did not find.
    unless: /Microsoft\.Compute\/images|ERROR: -> ResourceNotFound/,
    patterns: [
      /ResourceGroupNotFound|ImageNotFound|PlatformImageNotFound|ResourceNotFound|GalleryImageNotFound|SubscriptionNotFound|InvalidResourceReference|ParentResourceNotFound|StorageAccountNotFound/,
      /does not exist in the resource group|[Rr]esource group '?[^' ]+'? (?:could not be found|not found|does not exist)|Gallery .*(?:not found|does not exist)|virtual network .*(?:not found|does not exist)|artifact: VMImage was not found/i,
    ],
  },
  {
    cause: 'platform-rejected-spec',
    platform,
    patterns: [
      /InvalidRequestFormat|InvalidJson|An invalid value was provided for|InvalidParameter\b|InvalidTemplate\b|PropertyChangeNotAllowed|BadRequest : |BadArgument|InvalidRequestContent|InvalidDeploymentLocation|LocationNotAvailableForResourceType|VMSizeDoesntSupport\w*|NotSupported\b/,
      { match: /InvalidTemplateDeployment|DeploymentFailed/, confidence: 0.5 },
    ],
  },
  {
    cause: 'cloud-transient-error',
    platform,
    patterns: [
      /NetworkingInternalOperationError|OperationNotAllowed.*in progress|RetryableError|VMStartTimedOut|OSProvisioningTimedOut|VMExtensionProvisioning(?:Timeout|Error)|InternalExecutionError|AnotherOperationInProgress|OperationPreempted|requires exclusive access/,
    ],
  },
];
