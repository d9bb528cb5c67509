"""Name, versions, licences and credits."""
