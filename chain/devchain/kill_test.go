package devchain
const childEnv = "DEVCHAIN_TEST_CHILD"
func runChild(dir string) int { return 0 }
