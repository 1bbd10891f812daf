/* offline: what libgit2 would make ready for the network, and nothing here asks for
 *
 * Built with mbedTLS it reads the certificates of all authorities whenever it starts:
 * nine tenths of a start.  It finds this function before the one of that library; with
 * no certificate there is nobody to trust. */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

__attribute__((visibility("default"))) int mbedtls_x509_crt_parse_file(void *chain,
									 const char *path)
{
	(void)chain;
	(void)path;
	return 0;
}
