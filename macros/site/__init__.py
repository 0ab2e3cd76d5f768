"""What a site is beside its pages: one stylesheet, letters, the policy, the offline edition, the service worker."""
